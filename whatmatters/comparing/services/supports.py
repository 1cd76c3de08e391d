"""What is recorded of each agreement, as the rules compare it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from whatmatters.commissioning.queries import AgreementFacts, agreement_facts, agreement_terms
from whatmatters.delivery.queries import PackageFacts, packages
from whatmatters.payments.services import Replayed, replay
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.commissioning_models import time_and_task
from whatmatters.rules.comparing.facts import LeftOut, Support
from whatmatters.rules.comparing.planned import planned_of
from whatmatters.rules.minutes import hours
from whatmatters.rules.periods import DAYS_IN_A_WEEK, Period

PACKAGE = "package"
AT_ONCE = 500


def supports(
    council_id: int, rows: Sequence[AgreementFacts], window: tuple[Period, ...], anchor: date
) -> Iterator[tuple[Support | None, int]]:
    """Each agreement as support with whose it is; None where its terms cannot be read.

    Read by so many at once: what is held in memory does not grow with a council.
    """
    for start in range(0, len(rows), AT_ONCE):
        ids = [one.id for one in rows[start : start + AT_ONCE]]
        told = agreement_facts(council_id, ids=ids)
        bought = _packages(council_id, told)
        for one in replay(council_id, told, window[-1], anchor):
            yield _support(one, bought, window), one.frozen.facts.person_id or 0


def _packages(council_id: int, rows: Iterable[AgreementFacts]) -> dict[int, PackageFacts]:
    wanted = [one.source_id for one in rows if one.source == PACKAGE]
    found = packages(council_id, package_ids=wanted) if wanted else ()
    return {one.package_id: one for one in found}


def _support(
    one: Replayed, bought: dict[int, PackageFacts], window: tuple[Period, ...]
) -> Support | None:
    facts = one.frozen.facts
    try:
        agreement = agreement_terms(facts, one.frozen.changes)
    except Problems:
        return None
    left = {LeftOut.JUDGEMENT: one.unjudged, LeftOut.REVIEW: one.unreviewed}
    weekly = _weekly(bought.get(facts.source_id)) if facts.model == time_and_task.name else None
    return Support(
        person=facts.person_id or 0,
        agreement=agreement,
        first=facts.starts,
        last=one.frozen.ended_on,
        lines={period: one.lines[period] for period in window if period in one.lines},
        planned=planned_of(agreement, max(facts.starts, window[0].start), weekly),
        delivered=_delivered(one),
        refused=one.refused is not None,
        left_out=frozenset(what for what, out in left.items() if out),
    )


def _weekly(package: PackageFacts | None) -> Fraction | None:
    """Hours a week of a package: its calls, every day."""
    if package is None:
        return None
    return hours(package.calls_per_day * package.minutes_per_call * DAYS_IN_A_WEEK)


def _delivered(one: Replayed) -> dict[date, int] | None:
    """Minutes by day, of visits or of a bundle's days; None where nobody recorded any."""
    found: Counter[date] = Counter()
    for visit in one.frozen.visits:
        found[visit.date] += visit.delivered or 0
    if one.frozen.bundle is not None:
        for day, minutes in one.frozen.bundle.days:
            found[day] += minutes
    return dict(found) if found else None
