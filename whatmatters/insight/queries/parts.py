"""Parts of a total, none of which tells of few: why providers declined, what was spent."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from whatmatters.outcomes.queries.figure_facts import DeclineFigure
from whatmatters.payments.queries.figures import SpendFigure
from whatmatters.policy.queries import too_few_to_tell_below
from whatmatters.rules.measures.withholding import withheld
from whatmatters.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a total; None where it is not told apart."""

    key: str
    count: int | None
    pence: int | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts, most first, with their total; `days` that the runs of a spend were for."""

    parts: tuple[Part, ...]
    count: int
    pence: int = 0
    days: Period | None = None


def declines_of(rows: Iterable[DeclineFigure]) -> Parts:
    """Reasons for declining."""
    counts: Counter[str] = Counter()
    for row in rows:
        if row.inside:
            counts[str(row.reason)] += row.count
    hidden = withheld(counts, too_few_to_tell_below())
    told = tuple(Part(key, None if key in hidden else n) for key, n in counts.most_common())
    return Parts(told, counts.total())


def spend_of(rows: Iterable[SpendFigure], *, own: bool) -> Parts:
    """What was paid. A provider has its own on its statements: nothing to withhold from it."""
    agreements: Counter[str] = Counter()
    pence: Counter[str] = Counter()
    inside = [row for row in rows if row.inside]
    for row in inside:
        agreements[row.model] += row.agreements
        pence[row.model] += row.pence
    hidden = frozenset() if own else withheld(agreements, too_few_to_tell_below())
    told = tuple(
        Part(model, None if model in hidden else n, None if model in hidden else pence[model])
        for model, n in agreements.most_common()
    )
    return Parts(told, agreements.total(), pence.total(), _days(inside))


def _days(rows: list[SpendFigure]) -> Period | None:
    """The days of the runs that were counted; None where nothing was paid."""
    if not rows:
        return None
    return Period(min(row.first for row in rows), max(row.end for row in rows))
