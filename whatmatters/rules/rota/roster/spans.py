"""Turns against hours of the week: both may go on after midnight."""

from collections.abc import Iterable, Iterator

from whatmatters.rules.periods import DAYS_IN_A_WEEK
from whatmatters.rules.rota.clock import MINUTES_IN_A_DAY
from whatmatters.rules.rota.roster.problem import Span, Turn

BEFORE_THE_SAME_AND_AFTER = (-1, 0, 1)


def within(turn: Turn, spans: Iterable[Span]) -> bool:
    """Whether the whole turn lies in hours that are given, one after another."""
    reached, ends = turn.clock
    for first, last in sorted(_around(turn, spans)):
        if first <= reached:
            reached = max(reached, last)
    return ends <= reached


def meets(turn: Turn, spans: Iterable[Span]) -> bool:
    """Whether any of the turn lies in hours that are given."""
    starts, ends = turn.clock
    return any(starts < last and first < ends for first, last in _around(turn, spans))


def _around(turn: Turn, spans: Iterable[Span]) -> Iterator[tuple[float, float]]:
    """The hours of the day before the turn's, of its own and of the next, from its midnight."""
    for span in spans:
        for day in BEFORE_THE_SAME_AND_AFTER:
            if (turn.day.weekday() + day) % DAYS_IN_A_WEEK in span.weekdays:
                midnight = day * MINUTES_IN_A_DAY
                yield midnight + span.starts, midnight + span.ends
