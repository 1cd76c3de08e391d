"""What a page says: its words, with the language that each is in."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

SILENT = {"script", "style", "template"}
VOID = {
    "area",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}
SPOKEN = ("aria-label", "alt", "title", "placeholder")
# An element of these ends a sentence, whether or not a full stop stands there.
BLOCKS = {
    *("p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "legend", "label", "button"),
    *("div", "section", "caption", "summary", "nav", "header", "footer", "title", "fieldset"),
}


@dataclass(frozen=True)
class Words:
    """One run of words, the language it is in ("en", "cy"), and whether it stands in <main>."""

    text: str
    language: str
    in_main: bool


class Reader(HTMLParser):
    """Collects the runs of words of a page in `found`."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[Words] = []
        self.parts: list[str] = []

    @property
    def language(self) -> str:
        """The language of the innermost element that says one."""
        return self.open[-1][1] if self.open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says in its attributes, and which language it opens."""
        said = dict(attrs)
        language = (said.get("lang") or self.language)[:2]
        if tag in BLOCKS or language != self.language:
            self.close_run()
        self.found += [
            Words(" ".join(value.split()), language, self.in_main())
            for name in SPOKEN
            if (value := said.get(name) or "")
        ]
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        """Close a run where a block or a language ends."""
        before = self.open[-2][1] if len(self.open) > 1 else ""
        if tag in BLOCKS or before != self.language:
            self.close_run()
        if self.open and tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Words between tags."""
        if not any(tag in SILENT for tag, _ in self.open):
            self.parts.append(data)

    def in_main(self) -> bool:
        """Whether the page's own part is open, and not its frame."""
        return any(tag == "main" for tag, _ in self.open)

    def close_run(self) -> None:
        """End the run of words that is being read."""
        text = " ".join("".join(self.parts).split())
        if text:
            self.found.append(Words(text, self.language, self.in_main()))
        self.parts = []


def words_of(html: str) -> Iterator[Words]:
    """Every run of words of a page, in order."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    reader.close_run()
    yield from reader.found
