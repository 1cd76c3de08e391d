"""The rows of a file, one at a time: never more in memory than one row."""

import csv
import io
from collections.abc import Iterator, Sequence

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries.file_opening import BINARY, NOT_UTF_8
from whatmatters.exchange.queries.problems import FileRefused, Words
from whatmatters.policy.imports import longest_row

SEPARATORS = ",;\t"
ROW_TOO_LONG = _("a row of at most {longest} characters")
QUOTE_OPEN = _("a closing quotation mark: one that opens in this row is never closed")
QUOTE_STRAY = _("quotation marks in pairs: one stands alone in this row")


def read_rows(text: io.TextIOWrapper) -> Iterator[list[str]]:
    """Every row with its cells as they stand, blank ones too, so that rows count as a spreadsheet
    counts them. Raises FileRefused where the file cannot be read on."""
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=lines.separator(), strict=True)
    while True:
        lines.next_row()
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            raise FileRefused(lines.row, _why(str(fault))) from fault
        yield row


def is_blank(row: Sequence[str]) -> bool:
    """Whether a row has no cell that says anything."""
    return not any(cell.strip() for cell in row)


def _why(fault: str) -> Words:
    unclosed = "unexpected end" in fault or "field larger" in fault
    return QUOTE_OPEN if unclosed else QUOTE_STRAY


class _Lines:
    """Lines of bounded length. `sep=;` in front, as spreadsheets write it, is left out."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self.text = text
        self.longest = longest_row()
        self.row = 1
        self.first = self._line()

    def separator(self) -> str:
        """The separator of the first line: what it says itself, or what it has most of."""
        told = self.first.strip()
        if told.casefold().startswith("sep=") and len(told) == 5:
            self.first = self._line()
            return told[-1]
        return max(SEPARATORS, key=self.first.count)

    def next_row(self) -> None:
        """Begin to count the characters of another row."""
        self.row += 0 if self.first else 1
        self.taken = len(self.first)
        self.lines = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line, self.first = self.first or self._line(), ""
        if not line:
            raise StopIteration
        self.lines += 1
        self.taken += len(line)
        if self.taken > self.longest:
            many = self.lines > 1
            told = QUOTE_OPEN if many else format_lazy(ROW_TOO_LONG, longest=self.longest)
            raise FileRefused(self.row, told)
        return line

    def _line(self) -> str:
        try:
            line = self.text.readline(self.longest + 1)
        except UnicodeError as odd:
            raise FileRefused(self.row, NOT_UTF_8) from odd
        if "\0" in line:
            raise FileRefused(self.row, BINARY)
        if not line.isascii() and any("\udc80" <= sign <= "\udcff" for sign in line):
            shown = line.encode("utf-8", "surrogateescape").decode("latin-1")
            raise FileRefused(self.row, NOT_UTF_8, shown.strip())
        return line
