"""What a run pays of hours with a worker whom a platform found: each day that was bought, once.

The account of her direct payment pays two: the worker, and the platform its share.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from whatmatters.commissioning.queries import AgreementFacts
from whatmatters.direct_payments.queries import BoughtSeen, bought_seen
from whatmatters.direct_payments.queries.introduced import SOURCE
from whatmatters.payments.services.frozen import Frozen
from whatmatters.rules.commissioning import AgreementTerms, Line, Rules
from whatmatters.rules.commissioning_models import introductory_agency
from whatmatters.rules.periods import Period

INTRODUCTION = SOURCE
Terms = AgreementTerms[introductory_agency.Terms]


def bought_of(
    rows: Iterable[AgreementFacts], again: Set[int], period: Period
) -> Mapping[int, tuple[BoughtSeen, ...]]:
    """Days by agreement: of this period, and all of those that are looked at again.

    In two queries at most, or none where nothing is bought so.
    """
    signed = [facts for facts in rows if facts.source == INTRODUCTION]
    late = [facts for facts in signed if facts.id in again]
    once = [facts.source_id for facts in signed if facts.id not in again]
    found = dict(bought_seen(once, period.start, period.last_day)) if once else {}
    if late:
        first = min(facts.starts for facts in late)
        found |= bought_seen([facts.source_id for facts in late], first, period.last_day)
    return {facts.id: found.get(facts.source_id, ()) for facts in signed}


def introduced_lines(
    agreement: Terms, frozen: Frozen, period: Period, rules: Rules
) -> tuple[Line, ...]:
    """Two lines for each day of the period up to the last that is paid."""
    ended = frozen.ended_on
    return tuple(
        line
        for one in frozen.bought
        if one.on in period and agreement.holds(one.on) and (ended is None or one.on <= ended)
        for line in _lines(agreement, one, rules)
    )


def _lines(agreement: Terms, one: BoughtSeen, rules: Rules) -> Iterable[Line]:
    seen = introductory_agency.Evidence(one.minutes)
    for line in introductory_agency.assess(agreement, seen, rules).lines:
        day = one.on.isoformat()
        yield replace(line, inputs={**line.inputs, "on": day}, subject=f"day:{day}")
