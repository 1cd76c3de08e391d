"""What is right for one agreement: the rules' own arithmetic, period by period."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from whatmatters.commissioning.queries import agreement_terms
from whatmatters.commissioning.queries.paid_models import PAID_AHEAD
from whatmatters.outcomes.queries.judgement_facts import JudgementFacts
from whatmatters.payments.services.blocks import block_lines
from whatmatters.payments.services.bundles import bundle_lines, unrecorded
from whatmatters.payments.services.direct import direct_lines
from whatmatters.payments.services.episodes import episode_lines
from whatmatters.payments.services.frozen import Frozen
from whatmatters.payments.services.funds import fund_lines
from whatmatters.payments.services.introduced import introduced_lines
from whatmatters.payments.services.results import result_lines
from whatmatters.payments.services.shifts import shift_lines
from whatmatters.policy.queries import dated_rules
from whatmatters.rules.commissioning import Line
from whatmatters.rules.commissioning_models import (
    bundled_hours,
    community_outcome,
    direct_payment,
    individual_service_fund,
    introductory_agency,
    outcome_payments,
    patch_block,
    shift_split,
    short_term,
    time_and_task,
)
from whatmatters.rules.corrections import Corrected
from whatmatters.rules.lifecycles import PenaltyState
from whatmatters.rules.periods import ONE_DAY, Period, period_containing, periods
from whatmatters.rules.refusals import Refusal

TENTHS = 10
# Ways of paying whose evidence has a module of its own here.
LINES: Mapping[str, Callable[..., tuple[Line, ...]]] = {
    bundled_hours.name: bundle_lines,
    patch_block.name: block_lines,
    individual_service_fund.name: fund_lines,
    direct_payment.name: direct_lines,
    short_term.name: episode_lines,
    shift_split.name: shift_lines,
    community_outcome.name: result_lines,
    introductory_agency.name: introduced_lines,
}
NOT_POSTED = frozenset({PenaltyState.CONTESTED, PenaltyState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Right:
    """Lines that are right now, by what they are about; held ones are shown and not posted.

    `unjudged`: why its judgement cannot be assessed; what was posted of it then stays as it is.
    `unrecorded`: why a review of a bundle waits.
    """

    lines: dict[Corrected, list[Line]]
    held: dict[Corrected, list[Line]]
    repaid: bool
    unjudged: Refusal | None = None
    unrecorded: Refusal | None = None


def right_now(frozen: Frozen, period: Period, anchor: date) -> Right:
    """All lines of this period, and of the earlier ones where they are looked at again."""
    looked_at = tuple(_periods(frozen, period, anchor))
    right = Right({}, {}, _repaid(frozen), unrecorded=unrecorded(frozen, looked_at))
    for one in looked_at:
        for line in lines_of(frozen, one):
            _keep(right.lines, frozen, one.start, line)
    try:
        judged = _judged(frozen, period, anchor)
    except Refusal as refusal:
        return replace(right, unjudged=refusal)
    if judged is not None:
        day, lines = judged
        for line, state in lines:
            if state not in NOT_POSTED:
                _keep(right.lines, frozen, day, line)
            elif state is PenaltyState.CONTESTED:
                _keep(right.held, frozen, day, line)
    return right


def _keep(where: dict[Corrected, list[Line]], frozen: Frozen, corrected: date, line: Line) -> None:
    key = Corrected(frozen.facts.id, corrected, line.rule, line.subject)
    where.setdefault(key, []).append(line)


def _periods(frozen: Frozen, period: Period, anchor: date) -> Iterable[Period]:
    if not frozen.late:
        return (period,)
    first = frozen.facts.starts
    if frozen.facts.model in PAID_AHEAD:
        first = period_containing(first, anchor).start - ONE_DAY
    return periods(min(first, period.start), period.last_day, anchor)


def _repaid(frozen: Frozen) -> bool:
    agreement = agreement_terms(frozen.facts, frozen.changes)
    terms = outcome_payments.terms_judged(agreement)  # type: ignore[arg-type]
    return getattr(terms, "collect", None) is outcome_payments.Collect.REPAYMENT


def lines_of(frozen: Frozen, period: Period) -> tuple[Line, ...]:
    """The lines of one period: all there is for an agreement without late facts."""
    agreement = agreement_terms(frozen.facts, frozen.changes)
    rules = dated_rules()
    own = LINES.get(frozen.facts.model)
    if own is not None:
        return own(agreement, frozen, period, rules)
    if frozen.facts.model == time_and_task.name:
        visits = tuple(_visits(frozen, period))
        seen = time_and_task.Evidence(visits, period)
        return time_and_task.assess(agreement, seen, rules).lines  # type: ignore[arg-type]
    told = _days(frozen, period)
    return outcome_payments.assess(agreement, told, rules).lines  # type: ignore[arg-type]


def _days(frozen: Frozen, period: Period) -> outcome_payments.Evidence:
    """Early end and overdue days: an agreement that nobody ended runs on at its old price."""
    ends, ended = frozen.facts.ends, frozen.ended_on
    early = ended is not None and ends is not None and ended < ends
    past_end = ends is not None and period.last_day > ends and not early
    return outcome_payments.Evidence(
        period=period,
        earned_until=ended if early else None,
        overdue_until=(ended or period.last_day) if past_end else None,
    )


def _visits(frozen: Frozen, period: Period) -> Iterator[time_and_task.Visit]:
    facts = frozen.facts
    days = [day for day in (facts.ends, frozen.ended_on) if day is not None]
    inside = period.overlap(facts.starts, min(days, default=None))
    if inside is None:
        return
    for visit in frozen.visits:
        if inside[0] <= visit.date <= inside[1]:
            before = visit.cancelled_hours_before
            yield time_and_task.Visit(
                on=visit.date,
                planned=visit.planned,
                delivered=visit.delivered,
                cancelled_hours_before=None if before is None else Fraction(before),
            )


def _judged(
    frozen: Frozen, period: Period, anchor: date
) -> tuple[date, list[tuple[Line, PenaltyState | None]]] | None:
    """Start of the period that the judgement falls in, and its lines, each with its contest.

    An agreement that ended and will not be judged gives back what was retained, on its last day;
    one whose judgement is awaited holds it until then. One that ended early gives it back too: its
    outcomes were not finished, whatever was found before a death before the plan's last day was
    told.
    """
    ends, ended = frozen.facts.ends, frozen.ended_on
    if frozen.facts.model != outcome_payments.name or ends is None:
        return None
    early = ended if ended is not None and ended < ends else None
    judgement = frozen.judgement if early is None else None
    day = judgement.judged_on if judgement else ended
    waits = judgement is None and frozen.awaited
    if day is None or waits or day > period.last_day or not frozen.late:
        return None
    outcomes = tuple(_outcomes(judgement)) if judgement else ()
    said = judgement.satisfaction if judgement else None
    told = outcome_payments.Evidence(
        judgement=outcome_payments.Judgement(day, outcomes, said), earned_until=early
    )
    agreement = agreement_terms(frozen.facts, frozen.changes)
    lines = outcome_payments.assess(agreement, told, dated_rules()).lines  # type: ignore[arg-type]
    start = period_containing(max(day, frozen.facts.starts), anchor).start
    return start, [_with_contest(frozen, line) for line in lines]


def _outcomes(judgement: JudgementFacts) -> Iterator[outcome_payments.JudgedOutcome]:
    for outcome in judgement.outcomes:
        yield outcome_payments.JudgedOutcome(
            id=subject_of(outcome.outcome_id),
            payable=outcome.payable,
            achieved=Fraction(outcome.tenths, TENTHS),
            weight=None if outcome.weight is None else Fraction(outcome.weight),
            cause=None if outcome.cause is None else outcome_payments.Cause(outcome.cause),
            off_track_on=outcome.off_track_on,
            exception_on=outcome.exception_on,
            retired=outcome.retired,
        )


def subject_of(outcome_id: int) -> str:
    """How terms and ledger name an outcome."""
    return f"outcome:{outcome_id}"


def _with_contest(frozen: Frozen, line: Line) -> tuple[Line, PenaltyState | None]:
    if frozen.judgement is None:
        return line, None
    if line.rule == outcome_payments.DISSATISFACTION:
        told = {**line.inputs, "judgement": frozen.judgement.judgement_id}
        return replace(line, inputs=told), frozen.unhappy
    if line.rule != outcome_payments.PENALTY:
        return line, None
    found = {subject_of(o.outcome_id): o.finding_id for o in frozen.judgement.outcomes}
    finding = found[line.subject]
    judged = replace(line, inputs={**line.inputs, "finding": finding})
    return judged, frozen.contests.get(finding) if finding is not None else None
