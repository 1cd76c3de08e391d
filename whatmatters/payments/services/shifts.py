"""What a run pays of shifts: each that was worked in its period, by two funders.

Minutes with people divide what a shift costs; the provider is paid for the whole of it (R-LE-05).
"""

from collections.abc import Iterable, Mapping, Sequence, Set

from whatmatters.commissioning.queries import AgreementFacts
from whatmatters.payments.services.frozen import Frozen
from whatmatters.rules.commissioning import AgreementTerms, Line, Problems, Rules
from whatmatters.rules.commissioning_models import shift_split
from whatmatters.rules.periods import Period
from whatmatters.shifts.queries import shifts_seen
from whatmatters.shifts.queries.refusals import ShiftWithoutRate
from whatmatters.shifts.queries.schemes import SOURCE
from whatmatters.shifts.queries.told import one_shift

SHIFTS = SOURCE
Terms = AgreementTerms[shift_split.Terms]


def shifts_of(
    rows: Iterable[AgreementFacts], again: Set[int], period: Period
) -> Mapping[int, tuple[shift_split.Shift, ...]]:
    """Shifts by agreement: of this period, and of all its days where it is looked at again.

    In two queries at most, or none where no shifts are paid.
    """
    signed = [facts for facts in rows if facts.source == SHIFTS]
    late = [facts for facts in signed if facts.id in again]
    once = [facts.source_id for facts in signed if facts.id not in again]
    found = dict(shifts_seen(once, period.start, period.last_day)) if once else {}
    if late:
        first = min(facts.starts for facts in late)
        found |= shifts_seen([facts.source_id for facts in late], first, period.last_day)
    return {facts.id: found.get(facts.source_id, ()) for facts in signed}


def shift_lines(agreement: Terms, frozen: Frozen, period: Period, rules: Rules) -> tuple[Line, ...]:
    """Two lines for each shift of the period up to the last day. Raises Problems where the terms of
    its day say no share, ShiftWithoutRate where they do not know its tier."""
    ended = frozen.ended_on
    told = tuple(
        one
        for one in frozen.shifts
        if one.on in period and agreement.holds(one.on) and (ended is None or one.on <= ended)
    )
    lost = [one for one in told if one.tier not in agreement.terms_on(one.on).tiers]
    if lost:
        raise _without_rate(frozen.facts.source_id, lost)
    seen = shift_split.Evidence(told)
    problems = shift_split.check_evidence(agreement, seen, rules)
    if problems:
        raise Problems(problems)
    return shift_split.assess(agreement, seen, rules).lines


def _without_rate(contract_id: int, lost: Sequence[shift_split.Shift]) -> ShiftWithoutRate:
    """The first of them, by the reference and the day that its provider knows."""
    first = lost[0]
    held = one_shift(contract_id, first.id.removeprefix("shift:"))
    name = first.id if held is None else held.reference
    return ShiftWithoutRate(reference=name, on=first.on, tier=first.tier, count=len(lost))
