"""What one import carries from file to file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO, Protocol

from whatmatters.access.queries import Actor
from whatmatters.exchange.queries.alike_told import Alike
from whatmatters.exchange.queries.problems import Problems
from whatmatters.exchange.queries.units import Unit
from whatmatters.rules.file_kinds import FileKind

MOST_CHANGES = 200


@dataclass(frozen=True, slots=True)
class FileGiven:
    """A file as it was brought. `file` can be read again from its beginning."""

    name: str
    file: BinaryIO
    size: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that says something else than the last time: which columns. None: it was matched
    with what was here already."""

    file: str
    row: int
    external_id: str
    columns: tuple[str, ...]


@dataclass(slots=True)
class FileTold:
    """What one file did, or would do. `before`: the same bytes were taken in at that moment."""

    name: str
    kind: FileKind | None = None
    sha256: str = ""
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    before: datetime | None = None


@dataclass(slots=True)
class Taken:
    """What an import did. `written` only where something was taken in; `alike` the first of
    `alike_count` questions."""

    files: list[FileTold]
    problems: Problems
    changes: list[Changed]
    preview: bool
    alike: list[Alike]
    alike_count: int = 0
    written: bool = False


@dataclass(slots=True)
class Run:
    """One import under way. `by` has the council's own powers while it lasts.

    `unsure`: people made of rows that do not say whether they are somebody who was here.
    """

    by: Actor
    at: datetime
    problems: Problems
    tell: Callable[[str, int, int], None]
    changes: list[Changed] = field(default_factory=list)
    seen: dict[FileKind, dict[str, tuple[str, int]]] = field(default_factory=dict)
    refused: dict[FileKind, set[str]] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)
    alike: list[Alike] = field(default_factory=list)
    alike_count: int = 0

    @property
    def council_id(self) -> int:
        """The council whose rows these are."""
        return self.by.council_id

    def changed(self, file: str, unit: Unit, columns: list[str]) -> None:
        """Remember that a row changed, so that it can be told."""
        if len(self.changes) < MOST_CHANGES:
            self.changes.append(Changed(file, unit.number, unit.key, tuple(columns)))


class Taker(Protocol):
    """What is done with the rows of one kind of file, all through the contexts' own services."""

    def check(self, run: Run, file: str, units: list[Unit]) -> None:
        """Mark as bad, with a problem, what no service would be asked for."""

    def here(self, run: Run, units: list[Unit]) -> dict[str, int]:
        """Records that are here already under another name than the council's id, by that id."""

    def after(self, units: list[Unit]) -> list[Unit]:
        """Those that are told to be the same as another of these: they come after it."""

    def matched(self, run: Run, unit: Unit, our_id: int) -> None:
        """What a row has to add to the record that it was matched with. Raises Refusal."""

    def add(self, run: Run, units: list[Unit]) -> list[int]:
        """Make records; ids in order. Raises Refusal."""

    def change(self, run: Run, unit: Unit, our_id: int, columns: list[str]) -> None:
        """Bring one record up to date. Raises Refusal."""
