"""Reads a page strictly: elements closed in their turn, no id twice, no inline style or script."""

from html.parser import HTMLParser

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
REFERS = ("for", "aria-describedby", "aria-labelledby", "aria-controls")


class Strict(HTMLParser):
    """Collects what is wrong in `wrong`."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.referred: set[str] = set()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element and what it says about itself."""
        found = dict(attrs)
        if len(found) != len(attrs):
            self.wrong.append(f"<{tag}> says an attribute twice")
        self.wrong += [
            f"<{tag}> has {name}" for name in found if name == "style" or name[:2] == "on"
        ]
        if tag == "style" or (tag == "script" and not found.get("src")):
            self.wrong.append(f"inline <{tag}>")
        if "id" in found:
            if found["id"] in self.ids:
                self.wrong.append(f"id {found['id']} twice")
            self.ids.add(found["id"] or "")
        for name in REFERS:
            self.referred |= set((found.get(name) or "").split())
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element closed as it opens: allowed in SVG, and for void elements."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be this one."""
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing of its own at {self.getpos()}")


def faults(html: str) -> list[str]:
    """What is wrong with a page; empty when nothing is."""
    reader = Strict()
    reader.feed(html)
    reader.close()
    lost = sorted(reader.referred - reader.ids)
    unclosed = [f"<{tag}> is never closed" for tag in reader.open]
    return reader.wrong + unclosed + [f"nothing has the id {name}" for name in lost]
