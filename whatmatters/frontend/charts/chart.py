"""What all charts share: a template that draws them, a title and a description."""

from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart ready to draw. Without a title it is decoration, hidden from screen readers."""

    template: ClassVar[str] = ""
    title: str = ""
    summary: str = ""

    @property
    def ident(self) -> str:
        """An id for its parts: the same for the same chart, different for different ones."""
        words = f"{self.template}|{self.title}|{self.summary}"
        return "c" + sha256(words.encode()).hexdigest()[:10]


def place(number: float) -> str:
    """A coordinate with one decimal and a point in every language."""
    return f"{number:.1f}"
