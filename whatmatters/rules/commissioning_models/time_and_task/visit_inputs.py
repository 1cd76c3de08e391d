"""What a line says of each visit, so that its sum can be worked again."""

from fractions import Fraction

from whatmatters.rules.commissioning import Input
from whatmatters.rules.commissioning_models.time_and_task.evidence import Visit
from whatmatters.rules.commissioning_models.time_and_task.terms import Terms
from whatmatters.rules.commissioning_models.time_and_task.visit_pay import Outcome, multiplier_of
from whatmatters.rules.money_text import exact_text


def visit_inputs(
    visit: Visit, outcome: Outcome, minutes: int, amount: Fraction, terms: Terms
) -> dict[str, Input]:
    """A visit as figures and codes, with why it was paid as it was."""
    told: dict[str, Input] = {
        "date": visit.on.isoformat(),
        "planned": visit.planned,
        "delivered": visit.delivered,
        "why": outcome.value,
        "paid_minutes": minutes,
        "multiplier": exact_text(multiplier_of(visit, terms)),
        "exact_pence": exact_text(amount),
    }
    if visit.cancelled_hours_before is not None:
        told["cancelled_hours_before"] = exact_text(visit.cancelled_hours_before)
    return told
