"""What is due: the best step that was reached, or a line of 0 that says why there is none.

Where groups were agreed, it is the rate and the interval of people like those of the baseline that
decide: whoever counts fewer who are hard to help reaches no step by it.
"""

from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning import Input, Rules, Statement, shared_lines
from whatmatters.rules.commissioning_models.community_outcome.adjusted import Adjusted, adjusted
from whatmatters.rules.commissioning_models.community_outcome.difference import (
    Difference,
    difference,
    least_people,
)
from whatmatters.rules.commissioning_models.community_outcome.evidence import Evidence
from whatmatters.rules.commissioning_models.community_outcome.terms import (
    Agreement,
    Direction,
    Step,
    Terms,
)
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.money_text import exact_text

MODEL = "community_outcome"
RESULT = "community_outcome.result"
TOO_FEW = "community_outcome.too_few_to_tell"
NO_STEP = "community_outcome.no_step_reached"
NOT_COUNTED = "community_outcome.group_not_counted"
PLACES = 4


@dataclass(frozen=True, slots=True)
class Decided:
    """Why it pays what it pays, and the step that does; as counted, and adjusted to groups."""

    reason: str
    step: Step | None
    counted: Difference
    adjusted: Adjusted | None


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """One line, of 0 where it cannot be told or no step was reached, with all the numbers."""
    terms = agreement.terms
    told = decide(terms, evidence)
    amount = 0 if told.step is None else half_up(pence(told.step.pays))
    inputs = {
        **_inputs(terms, evidence, told.step),
        **_interval(told.counted),
        **(_groups(terms, evidence, told.adjusted) if terms.groups else {}),
    }
    lines = shared_lines(
        agreement, amount, rule=RESULT, reason=told.reason, inputs=inputs, keep_zero=True
    )
    return Statement(MODEL, lines)


def decide(terms: Terms, evidence: Evidence) -> Decided:
    """By the rate as counted, or where groups were agreed by the adjusted one."""
    counted = difference(evidence.events, evidence.people, terms.baseline, terms.confidence)
    if not terms.groups:
        return Decided(*reached(terms, evidence, counted), counted, None)
    alike = adjusted(terms, evidence)
    if alike is None:
        return Decided(NOT_COUNTED, None, counted, None)
    return Decided(*_reached(terms, alike.rate, alike.found), counted, alike)


def reached(terms: Terms, evidence: Evidence, found: Difference) -> tuple[str, Step | None]:
    """Why it pays what it pays, and the step that does; None where nothing is due."""
    return _reached(terms, Fraction(evidence.events, evidence.people), found)


def _reached(terms: Terms, rate: Fraction, found: Difference) -> tuple[str, Step | None]:
    if not found.is_change(terms.direction):
        return TOO_FEW, None
    step = best_step(terms, rate)
    return (NO_STEP, None) if step is None else (RESULT, step)


def best_step(terms: Terms, rate: Fraction) -> Step | None:
    """The step that pays most among those reached; None where none was."""
    reduce = terms.direction is Direction.REDUCE
    held = [s for s in terms.steps if (rate <= s.rate if reduce else rate >= s.rate)]
    return max(held, key=lambda step: step.pays, default=None)


def _inputs(terms: Terms, evidence: Evidence, step: Step | None) -> dict[str, Input]:
    return {
        "baseline_events": terms.baseline.events,
        "baseline_people": terms.baseline.people,
        "events": evidence.events,
        "people": evidence.people,
        "direction": terms.direction.value,
        "confidence": exact_text(terms.confidence),
        "step": None if step is None else exact_text(step.rate),
        "pays": None if step is None else exact_text(step.pays),
        "steps": [
            {
                "rate": exact_text(one.rate),
                "pays": exact_text(one.pays),
                "least_people": least_people(terms, one),
            }
            for one in terms.steps
        ],
    }


def _interval(found: Difference, named: str = "") -> dict[str, Input]:
    return {
        f"{named}difference": f"{found.value:.{PLACES}f}",
        f"{named}lower": f"{found.lower:.{PLACES}f}",
        f"{named}upper": f"{found.upper:.{PLACES}f}",
    }


def _groups(terms: Terms, evidence: Evidence, alike: Adjusted | None) -> dict[str, Input]:
    """Each group before and now; the adjusted rate and interval, where nobody was left out."""
    now = {one.name: one for one in evidence.groups}
    rows: list[Input] = [
        {
            "name": one.name,
            "baseline_events": one.events,
            "baseline_people": one.people,
            "events": now[one.name].events,
            "people": now[one.name].people,
        }
        for one in terms.groups
    ]
    if alike is None:
        return {"groups": rows}
    rate = f"{float(alike.rate):.{PLACES}f}"
    return {"groups": rows, "adjusted_rate": rate, **_interval(alike.found, "adjusted_")}
