"""Rows of shifts: each read, and what is wrong named by row and column."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import BinaryIO

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries.bundle_rows import AHEAD
from whatmatters.exchange.queries.cells import as_date, as_id, as_whole, cleaned, must_be_value
from whatmatters.exchange.queries.file_opening import EMPTY, opened
from whatmatters.exchange.queries.file_rows import is_blank, read_rows
from whatmatters.exchange.queries.headers import folded
from whatmatters.exchange.queries.problems import FileRefused, Problems, Words, Wrong
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.refusals import Refusal
from whatmatters.shifts.queries import SchemeFacts
from whatmatters.shifts.queries.refusals import ShiftElsewhere
from whatmatters.shifts.queries.told import known_shifts
from whatmatters.shifts.services.checking import Check, ShiftGiven

# As a file calls them, in the order of a shift's own.
COLUMNS = ("shift", "date", "tier", "workers", "minutes", "social", "health", "travel")
READS: tuple[Callable[[str], object], ...] = (
    *(as_id, as_date, str),
    *(as_whole, as_whole, as_whole, as_whole, as_whole),
)
HEADINGS = _(
    "the columns shift, date, tier, workers, minutes, social, health and travel, each once, and "
    "no other"
)
SHORT_ROW = _("a row with all eight columns")
NAMED = _("your own reference of the shift, at most 40 characters")
FIGURE = _("a number that can be right: one worker or more, at most 1440 minutes each")
EXPECTED: Mapping[str, tuple[str, Words]] = {
    "shift_twice": ("shift", _("each shift once in a file")),
    "words_missing": ("shift", NAMED),
    "words_too_long": ("shift", NAMED),
    "words_unreadable": ("shift", NAMED),
    "day_not_reached": ("date", AHEAD),
    "shift_elsewhere": ("date", ""),
    "outside_shifts": ("date", _("a day on which these shifts are paid")),
    "unknown_tier": ("tier", _("a tier that has a rate on that day")),
    "more_than_was_paid": (
        "minutes",
        _("at least as many minutes, of all workers, as with people and on the way"),
    ),
}
OF_FIELD = {"staff": "workers", "length": "minutes"}


def read_shifts(
    file: BinaryIO, name: str, held: SchemeFacts, at: datetime, problems: Problems
) -> list[ShiftGiven]:
    """Every shift of the file; `problems` is told of all that is wrong."""
    try:
        return _read(file, _Reader(name, Check(held, at, known_shifts(held.id)), problems))
    except FileRefused as refused:
        problems.add(name, refused.row, "", refused.value, refused.expected)
        return []


def _read(file: BinaryIO, reader: "_Reader") -> list[ShiftGiven]:
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
            found.append(reader.shift(number, row, places))
    return [one for one in found if one is not None]


class _Reader:
    def __init__(self, name: str, check: Check, problems: Problems) -> None:
        self.name, self.check, self.problems = name, check, problems

    def shift(self, number: int, row: Sequence[str], places: Sequence[int]) -> ShiftGiven | None:
        """One row as a shift, or None where something of it is wrong."""
        if len(row) <= max(places):
            self.problems.add(self.name, number, "", ", ".join(row), SHORT_ROW)
            return None
        cells = [cleaned(row[place]) for place in places]
        read = [self._cell(number, *told) for told in zip(COLUMNS, cells, READS, strict=True)]
        if None in read:
            return None
        try:
            return self.check.one(_given(read), number)
        except Refusal as refusal:
            column, expected = EXPECTED.get(refusal.code, ("", FIGURE))
            field = str(refusal.params.get("field", ""))
            column = column or OF_FIELD.get(field, field)
            value = cells[COLUMNS.index(column)]
            if isinstance(refusal, ShiftElsewhere):
                expected = _told_for(refusal)
            self.problems.add(self.name, number, column, value, expected)
            return None

    def _cell(
        self, number: int, column: str, text: str, read: Callable[[str], object]
    ) -> object | None:
        try:
            must_be_value(text)
            return read(text)
        except Wrong as wrong:
            self.problems.add(self.name, number, column, text, wrong.expected)
            return None


def _told_for(refusal: ShiftElsewhere) -> str:
    on = refusal.params["on"]
    assert isinstance(on, date), "refused with its day"
    return gettext(
        "%(on)s, the day for which this shift was told. Another shift has another reference; one "
        "that was moved is put right from the list"
    ) % {"on": day(on)}


def _given(read: Sequence[object]) -> ShiftGiven:
    reference, on, tier, *figures = read
    assert isinstance(on, date), "read as a day"
    staff, length, social, health, travel = (int(str(figure)) for figure in figures)
    return ShiftGiven(str(reference), on, str(tier), staff, length, social, health, travel)
