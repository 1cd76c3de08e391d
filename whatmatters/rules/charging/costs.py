"""What a person's services cost week by week: every payment over the days that it is for.

What is taken back or paid later moves the cost of each week that it was about. Where that would
bring a week below nothing, the rest lowers the weeks before it, and then those after: all weeks
together cost what was paid for them, and none is below nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from whatmatters.rules.charging.cost_values import CostPart, PaidFor, Span, WeekCost
from whatmatters.rules.money import spread
from whatmatters.rules.periods import ONE_DAY, week_of


def week_costs(spans: Iterable[Span]) -> dict[date, WeekCost]:
    """By Monday, every week that a span reaches; none below 0.

    Together they are all spans, or 0 where more was taken back than was ever paid.
    >>> paid = Span(PaidFor.DAYS, date(2026, 4, 6), date(2026, 4, 19), 1400)
    >>> back = Span(PaidFor.REVIEW, date(2026, 4, 13), date(2026, 4, 19), -900)
    >>> [cost.pence for cost in week_costs([paid, back]).values()]
    [500, 0]
    """
    parts: dict[date, list[CostPart]] = {}
    for span in spans:
        for monday, part in _of_weeks(span):
            parts.setdefault(monday, []).append(part)
    exact = {monday: sum(part.pence for part in parts[monday]) for monday in sorted(parts)}
    for monday, pence in _moved(exact).items():
        week = week_of(monday)
        moved = Span(PaidFor.OTHER_WEEKS, week.start, week.last_day, pence)
        parts[monday].append(CostPart(moved, pence))
    return {
        monday: WeekCost(sum(part.pence for part in parts[monday]), tuple(parts[monday]))
        for monday in exact
    }


def _of_weeks(span: Span) -> Iterator[tuple[date, CostPart]]:
    """Each week's part, by its days: together the span's pence to the penny."""
    days = (span.last - span.first).days + 1
    week = week_of(span.first)
    while week.start <= span.last:
        begins, ends = week.overlap(span.first, span.last) or (span.first, span.last)
        before, after = (begins - span.first).days, (ends + ONE_DAY - span.first).days
        yield week.start, CostPart(span, spread(span.pence, before, after, days))
        week = week.next()


def _moved(exact: Mapping[date, int]) -> dict[date, int]:
    """By how much each week's cost is moved so that none is below nothing.

    Once from the last week to the first; what is then still left, from the first to the last.
    """
    order = list(exact)
    now, left = dict(exact), 0
    for monday in (*reversed(order), *order):
        left -= now[monday]
        now[monday], left = max(-left, 0), max(left, 0)
    return {monday: now[monday] - exact[monday] for monday in order if now[monday] != exact[monday]}
