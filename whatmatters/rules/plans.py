"""What a support plan may say, before anybody agrees to it (R-WI-04..06, R-MO-04)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from whatmatters.rules.outcomes import Band, Deliverer
from whatmatters.rules.refusals import Refusal

MOST_HOURS = Decimal("9999999.99")
MOST_PENCE = 10**12
HUNDREDTHS = -2
MILLIONTHS = -6
PAID = frozenset({Deliverer.PROVIDER, Deliverer.SUBCONTRACTOR})


class PlanEndsBeforeItStarts(Refusal):
    """The last day lies before the first: (starts=, ends=)."""

    code = "plan_ends_before_it_starts"


class ReviewBeforePlan(Refusal):
    """The review's day lies before the plan's first: (review_on=, starts=)."""

    code = "review_before_plan"


class LineNeedsHoursOrCost(Refusal):
    """What a provider or subcontractor does has a band with hours, a cost, or a funder: (line=)."""

    code = "line_needs_hours_or_cost"


class LineHoursAndCost(Refusal):
    """A line is priced one way only: (line=)."""

    code = "line_hours_and_cost"


class HoursImpossible(Refusal):
    """Hours below zero, beyond measure, or finer than a hundredth: (line=)."""

    code = "line_hours_impossible"


class CostImpossible(Refusal):
    """A cost below zero or beyond measure: (line=)."""

    code = "line_cost_impossible"


class ToleranceMissing(Refusal):
    """A critical line says within how many minutes it must happen: (line=) (R-MO-04)."""

    code = "critical_line_without_tolerance"


class ServesUnknownOutcome(Refusal):
    """A line serves an outcome that is not in the plan: (line=, outcome_id=)."""

    code = "line_serves_unknown_outcome"


class OutcomeTwice(Refusal):
    """An outcome is in a plan once: (outcome_id=)."""

    code = "outcome_twice_in_plan"


class WeightsDoNotAddToOne(Refusal):
    """The weights of the payable outcomes add to something else: (sum=)."""

    code = "weights_do_not_add_to_1"


class WeightsAllOrNone(Refusal):
    """Either every payable outcome has a weight or none has (then all are equal)."""

    code = "weights_all_or_none"


class WeightWithoutPay(Refusal):
    """An outcome that is not payable has no weight: (outcome_id=)."""

    code = "weight_without_pay"


class WeightImpossible(Refusal):
    """A weight outside 0 to 1, or finer than a millionth: (outcome_id=)."""

    code = "weight_impossible"


class PlanIsEmpty(Refusal):
    """Nothing to agree to: a plan needs a line and an outcome: (what=)."""

    code = "plan_is_empty"


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """Who does what. Band with hours, or a cost in pence, or neither where nobody is paid.

    `funded_by`: it is paid for already, so that it costs 0 and is not paid twice. `serves`: ids
    of outcomes. `limit`: what whoever does it has said they cannot do.
    """

    what: str
    deliverer: Deliverer
    deliverer_name: str = ""
    limit: str = ""
    band: Band | None = None
    hours: Decimal | None = None
    cost: int | None = None
    funded_by: str = ""
    critical: bool = False
    tolerance_minutes: int | None = None
    serves: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedOutcome:
    """An outcome in a plan; a weight only where it is payable."""

    outcome_id: int
    payable: bool = False
    weight: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PlanContent:
    """All that a version says. `ends` is its last day; `review_on` is never worked out."""

    starts: date
    ends: date
    review_on: date
    lines: tuple[PlannedLine, ...] = ()
    outcomes: tuple[PlannedOutcome, ...] = ()


def check_plan(content: PlanContent) -> None:
    """Refuse, by name, what no plan may say; a draft may still be empty."""
    if content.ends < content.starts:
        raise PlanEndsBeforeItStarts(starts=content.starts, ends=content.ends)
    if content.review_on < content.starts:
        raise ReviewBeforePlan(review_on=content.review_on, starts=content.starts)
    known = _named_once(content.outcomes)
    for number, line in enumerate(content.lines, start=1):
        check_line(number, line)
        for outcome_id in line.serves:
            if outcome_id not in known:
                raise ServesUnknownOutcome(line=number, outcome_id=outcome_id)
    check_weights(content.outcomes)


def check_whole(content: PlanContent) -> None:
    """What is proposed has at least one line and one outcome. Raises PlanIsEmpty."""
    for what, held in (("lines", content.lines), ("outcomes", content.outcomes)):
        if not held:
            raise PlanIsEmpty(what=what)


def check_line(number: int, line: PlannedLine) -> None:
    """One line, `number` counting from 1."""
    timed = line.band is not None or line.hours is not None
    if timed and line.cost is not None:
        raise LineHoursAndCost(line=number)
    if timed and (line.band is None or line.hours is None):
        raise LineNeedsHoursOrCost(line=number)
    unpriced = not timed and line.cost is None and not line.funded_by.strip()
    if unpriced and line.deliverer in PAID:
        raise LineNeedsHoursOrCost(line=number)
    if line.hours is not None and not _fits(line.hours, MOST_HOURS, HUNDREDTHS):
        raise HoursImpossible(line=number)
    if line.cost is not None and not 0 <= line.cost <= MOST_PENCE:
        raise CostImpossible(line=number)
    if line.critical and (line.tolerance_minutes is None or line.tolerance_minutes < 0):
        raise ToleranceMissing(line=number)


def check_weights(outcomes: Sequence[PlannedOutcome]) -> None:
    """Weights of the payable outcomes: all, adding to exactly 1, or none."""
    for outcome in outcomes:
        if outcome.weight is not None and not outcome.payable:
            raise WeightWithoutPay(outcome_id=outcome.outcome_id)
        if outcome.weight is not None and not _fits(outcome.weight, Decimal(1), MILLIONTHS):
            raise WeightImpossible(outcome_id=outcome.outcome_id)
    payable = [outcome for outcome in outcomes if outcome.payable]
    weights = [outcome.weight for outcome in payable if outcome.weight is not None]
    if not weights:
        return
    if len(weights) < len(payable):
        raise WeightsAllOrNone
    total = sum(weights, Decimal(0))
    if total != 1:
        raise WeightsDoNotAddToOne(sum=f"{total.normalize():f}")


def _named_once(outcomes: Iterable[PlannedOutcome]) -> frozenset[int]:
    known: set[int] = set()
    for outcome in outcomes:
        if outcome.outcome_id in known:
            raise OutcomeTwice(outcome_id=outcome.outcome_id)
        known.add(outcome.outcome_id)
    return frozenset(known)


def _fits(number: Decimal, most: Decimal, finest: int) -> bool:
    if not number.is_finite() or not 0 <= number <= most:
        return False
    exponent = number.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= finest
