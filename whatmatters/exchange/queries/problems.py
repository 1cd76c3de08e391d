"""What is wrong with a file: file, row, column, value, and what was expected."""

from dataclasses import dataclass, field

from django.utils.functional import Promise

SHOWN = 60
Words = str | Promise


class Wrong(Exception):
    """A cell that cannot be taken as it is. `expected` says what should stand there."""

    def __init__(self, expected: Words) -> None:
        super().__init__(str(expected))
        self.expected = expected


class FileRefused(Exception):
    """A file that cannot be read on from a row: nothing after it is looked at."""

    def __init__(self, row: int, expected: Words, value: str = "") -> None:
        super().__init__(str(expected))
        self.row = row
        self.expected = expected
        self.value = value


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. Rows count as a spreadsheet shows them; 0 is the file itself."""

    file: str
    row: int
    column: str
    value: str
    expected: Words


@dataclass(slots=True)
class Problems:
    """Every problem up to `most`, and how many there are in all: memory stays bounded."""

    most: int
    found: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, file: str, row: int, column: str, value: str, expected: Words) -> None:
        """Write one down; a long value is cut."""
        self.count += 1
        if len(self.found) < self.most:
            shown = value if len(value) <= SHOWN else value[:SHOWN] + "…"
            self.found.append(Problem(file, row, column, shown, expected))
