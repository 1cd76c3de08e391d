"""Rows of bundle, date and minutes: each read, and what is wrong named by row and column."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import BinaryIO, TypeVar

from django.utils.translation import gettext_lazy as _

from whatmatters.delivery.queries import BundleRow
from whatmatters.delivery.services import DayGiven
from whatmatters.exchange.queries.cells import as_date, as_whole, cleaned, must_be_value
from whatmatters.exchange.queries.file_opening import EMPTY, opened
from whatmatters.exchange.queries.file_rows import is_blank, read_rows
from whatmatters.exchange.queries.headers import folded
from whatmatters.exchange.queries.problems import FileRefused, Problems, Words, Wrong

COLUMNS = ("bundle", "date", "minutes")
MINUTES_A_DAY = 24 * 60
MOST_FIGURES = 19  # what a row's number can have
HEADINGS = _("the columns bundle, date and minutes, each once, and no other")
SHORT_ROW = _("a row with a bundle, a date and minutes")
NO_BUNDLE = _("the number of one of your bundles, as in the list")
NOT_INSIDE = _("a day of this bundle")
AHEAD = _("a day that has come")
TWICE = _("each day of a bundle once in a file")
TOO_MANY = _("a whole number of minutes from 0 to 1440")
Value = TypeVar("Value")


def read_days(
    file: BinaryIO, name: str, bundles: dict[int, BundleRow], today: date, problems: Problems
) -> list[DayGiven]:
    """Every day of the file; `problems` is told of all that is wrong."""
    try:
        return _read(file, _Reader(name, bundles, today, problems))
    except FileRefused as refused:
        problems.add(name, refused.row, "", refused.value, refused.expected)
        return []


def _read(file: BinaryIO, reader: "_Reader") -> list[DayGiven]:
    rows = read_rows(opened(file))
    header = [folded(cell) for cell in next(rows, [])]
    while header and not header[-1]:
        header.pop()
    if sorted(header) != sorted(COLUMNS):
        raise FileRefused(1, HEADINGS if header else EMPTY, ", ".join(header))
    places = [header.index(column) for column in COLUMNS]
    found = []
    for number, row in enumerate(rows, start=2):
        if not is_blank(row):
            found.append(reader.day(number, row, places))
    return [one for one in found if one is not None]


class _Reader:
    def __init__(
        self, name: str, bundles: dict[int, BundleRow], today: date, problems: Problems
    ) -> None:
        self.name, self.bundles, self.today = name, bundles, today
        self.problems = problems
        self.seen: set[tuple[int, date]] = set()

    def day(self, number: int, row: Sequence[str], places: Sequence[int]) -> DayGiven | None:
        """One row as a day, or None where something of it is wrong."""
        if len(row) <= max(places):
            self.problems.add(self.name, number, "", ", ".join(row), SHORT_ROW)
            return None
        cells = [cleaned(row[place]) for place in places]
        reads: tuple[Callable[[str], object], ...] = (self._bundle, self._date, _minutes)
        bundle, on, minutes = (
            self._cell(number, *told) for told in zip(COLUMNS, cells, reads, strict=True)
        )
        if not isinstance(bundle, BundleRow) or not isinstance(on, date):
            return None
        if on < bundle.starts or (bundle.ends is not None and on > bundle.ends):
            self.problems.add(self.name, number, "date", cells[1], NOT_INSIDE)
            return None
        if (bundle.bundle_id, on) in self.seen:
            self.problems.add(self.name, number, "date", cells[1], TWICE)
            return None
        self.seen.add((bundle.bundle_id, on))
        return DayGiven(bundle.bundle_id, on, minutes) if isinstance(minutes, int) else None

    def _cell(
        self, number: int, column: str, text: str, read: Callable[[str], object]
    ) -> object | None:
        try:
            must_be_value(text)
            return read(text)
        except Wrong as wrong:
            self.problems.add(self.name, number, column, text, wrong.expected)
            return None

    def _bundle(self, text: str) -> BundleRow:
        number = text if text.isascii() and text.isdecimal() and len(text) < MOST_FIGURES else "0"
        found = self.bundles.get(int(number))
        return _there(found, NO_BUNDLE)

    def _date(self, text: str) -> date:
        found = as_date(text)
        return _there(found if found <= self.today else None, AHEAD)


def _minutes(text: str) -> int:
    found = as_whole(text) if text else -1
    return _there(found if 0 <= found <= MINUTES_A_DAY else None, TOO_MANY)


def _there(value: Value | None, expected: Words) -> Value:
    if value is None:
        raise Wrong(expected)
    return value
