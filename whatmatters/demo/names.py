"""Names that can exist in a place, drawn by language and year of birth. Nobody real is meant."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from whatmatters.demo.population_chance import Chance
from whatmatters.rules.people import Language

FormOfName = Literal["f", "m"]

# Traditions found besides Welsh and English among people whose first language is another.
ELSEWHERE = ("south_asian", "polish")
# English speakers in Wales with a Welsh first name, and with a surname usual in Wales.
WELSH_FIRST_NAME, WELSH_SURNAME = 0.25, 0.6
KNOWN_AS_OTHERWISE = 0.5


@dataclass(frozen=True, slots=True)
class Name:
    """A full name and the name its bearer goes by; `form` says from which list it came."""

    first: str
    surname: str
    known_as: str
    form: FormOfName

    @property
    def full(self) -> str:
        """First names and surname."""
        return f"{self.first} {self.surname}"


class Names:
    """Draws names for one place, none twice while there are others to be had."""

    def __init__(self, chance: Chance, nation: str) -> None:
        self._chance = chance
        self._wales = nation == "wales"
        self._given: set[str] = set()

    def draw(
        self,
        language: Language,
        born: int,
        form: FormOfName | None = None,
        surname: str | None = None,
    ) -> Name:
        """A name for someone born in that year; `form` and `surname` where they are settled."""
        form = form or ("f" if self._chance.happens(0.6) else "m")
        name = self._once(language, born, form, surname)
        for _ in range(4):
            if name.full not in self._given:
                break
            name = self._once(language, born, form, surname, middle=True)
        self._given.add(name.full)
        return name

    def _once(
        self,
        language: Language,
        born: int,
        form: FormOfName,
        surname: str | None,
        middle: bool = False,
    ) -> Name:
        first_from, last_from = self._traditions(language)
        firsts = _firsts(first_from, born, form)
        first = self._chance.pick(firsts)
        known = self._known_as(first_from, first)
        if middle:
            first = f"{first} {self._chance.pick([n for n in firsts if n != first])}"
        last = surname or self._chance.pick(_pools()[last_from]["surnames"])
        return Name(first, _daughter_or_son(last, form), known, form)

    def _traditions(self, language: Language) -> tuple[str, str]:
        """Where the first name and where the surname comes from."""
        if language is Language.WELSH:
            return "cy", "cy"
        if language is Language.OTHER:
            tradition = self._chance.pick(ELSEWHERE)
            return tradition, tradition
        if not self._wales:
            return "en", "en"
        first = "cy" if self._chance.happens(WELSH_FIRST_NAME) else "en"
        return first, "cy" if self._chance.happens(WELSH_SURNAME) else "en"

    def _known_as(self, tradition: str, first: str) -> str:
        others: Mapping[str, Sequence[str]] = _pools()[tradition]["known_as"]
        if first in others and self._chance.happens(KNOWN_AS_OTHERWISE):
            return self._chance.pick(others[first])
        return first


def _daughter_or_son(surname: str, form: FormOfName) -> str:
    """A Welsh name by the father: a woman is "ferch", a man is "ap"."""
    before, _, father = surname.rpartition(" ")
    if before not in {"ap", "ferch"}:
        return surname
    return f"{'ferch' if form == 'f' else 'ap'} {father}"


def _firsts(tradition: str, born: int, form: FormOfName) -> Sequence[str]:
    period = "before_1945" if born < 1945 else "from_1945" if born < 1970 else "from_1970"
    found: Sequence[str] = _pools()[tradition][period][form]
    return found


@lru_cache(maxsize=1)
def _pools() -> Mapping[str, Any]:
    return tomllib.loads(files("whatmatters.demo").joinpath("names.toml").read_text("utf-8"))
