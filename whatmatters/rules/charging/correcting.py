"""A charged week looked at again: what was charged stays, and the difference becomes a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a line of the statement is: a week's charge, more for it, or money back."""

    CHARGE = "charge"
    MORE = "more"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class LineDue:
    """A line to be written: `correction` 0 is the week's charge, 1 the first correction of it."""

    correction: int
    kind: LineKind
    pence: int


def line_due(posted: Sequence[int], right: int) -> LineDue | None:
    """The line that brings a week from what was posted to what is right; None where it is.

    A week without a line gets one even where nothing is to be paid, so that she can read why.

    >>> line_due([], 1200), line_due([1200], 900), line_due([1200, -300], 900)
    (LineDue(correction=0, kind=<LineKind.CHARGE: 'charge'>, pence=1200), \
LineDue(correction=1, kind=<LineKind.REFUND: 'refund'>, pence=-300), None)
    """
    if not posted:
        return LineDue(0, LineKind.CHARGE, right)
    difference = right - sum(posted)
    if not difference:
        return None
    kind = LineKind.MORE if difference > 0 else LineKind.REFUND
    return LineDue(len(posted), kind, difference)
