"""What is due: the best step that was reached, or a line of 0 that says why there is none."""

from fractions import Fraction

from whatmatters.rules.commissioning import Input, Rules, Statement, shared_lines
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
PLACES = 4


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """One line, of 0 where it cannot be told or no step was reached, with all the numbers."""
    terms = agreement.terms
    found = difference(evidence.events, evidence.people, terms.baseline, terms.confidence)
    reason, step = reached(terms, evidence, found)
    amount = 0 if step is None else half_up(pence(step.pays))
    interval: dict[str, Input] = {
        "difference": f"{found.value:.{PLACES}f}",
        "lower": f"{found.lower:.{PLACES}f}",
        "upper": f"{found.upper:.{PLACES}f}",
    }
    inputs = {**_inputs(terms, evidence, step), **interval}
    lines = shared_lines(
        agreement, amount, rule=RESULT, reason=reason, inputs=inputs, keep_zero=True
    )
    return Statement(MODEL, lines)


def reached(terms: Terms, evidence: Evidence, found: Difference) -> tuple[str, Step | None]:
    """Why it pays what it pays, and the step that does; None where nothing is due."""
    if not found.is_change(terms.direction):
        return TOO_FEW, None
    step = best_step(terms, Fraction(evidence.events, evidence.people))
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
