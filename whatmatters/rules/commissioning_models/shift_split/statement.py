"""What is due: each shift's cost, rounded once, then divided between the two funders.

By the terms of the shift's own day: a wage or a method that changes holds for the shifts from then.
"""

from collections.abc import Iterator
from fractions import Fraction

from whatmatters.rules.commissioning import Input, Line, Rules, Statement
from whatmatters.rules.commissioning_models.shift_split.evidence import Evidence, Shift
from whatmatters.rules.commissioning_models.shift_split.methods import nhs_part, nhs_parts
from whatmatters.rules.commissioning_models.shift_split.terms import Agreement, Terms
from whatmatters.rules.minutes import hours
from whatmatters.rules.money import half_up, pence, share_out
from whatmatters.rules.money_text import exact_text

MODEL = "shift_split"
SHIFT = "shift_split.shift"


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """Two lines for each shift, social care's and the NHS's; a funder that pays 0 has none."""
    lines = (line for shift in evidence.shifts for line in _lines(agreement, shift))
    return Statement(MODEL, tuple(lines))


def shift_cost(shift: Shift, terms: Terms) -> Fraction:
    """Exact pence: paid hours x the tier's rate x (1 + on-costs). Contact has no part in it."""
    return pence(terms.tiers[shift.tier]) * hours(shift.paid) * (1 + terms.on_costs)


def _lines(agreement: Agreement, shift: Shift) -> Iterator[Line]:
    terms = agreement.terms_on(shift.on)
    exact = shift_cost(shift, terms)
    cost = half_up(exact)
    part = nhs_part(shift, terms)
    parts = share_out(cost, (1 - part, part))
    inputs = _inputs(shift, terms, exact, cost)
    for payer, share, own in zip(agreement.payers, (1 - part, part), parts, strict=True):
        if own:
            told = {**inputs, "line_pence": cost, "payer_share": exact_text(share)}
            yield Line(payer.name, agreement.payee, own, SHIFT, SHIFT, told, shift.id)


def _inputs(shift: Shift, terms: Terms, exact: Fraction, cost: int) -> dict[str, Input]:
    return {
        "shift": shift.id,
        "date": shift.on.isoformat(),
        "rate": exact_text(terms.tiers[shift.tier]),
        "on_costs": exact_text(terms.on_costs),
        "paid": shift.paid,
        "social": shift.social,
        "health": shift.health,
        "travel": shift.travel,
        "downtime": shift.paid - shift.contact - shift.travel,
        "exact_pence": exact_text(exact),
        "cost_pence": cost,
        "method": terms.method.value,
        "nhs_by_method": {
            method.value: None if part is None else exact_text(part)
            for method, part in nhs_parts(shift, terms).items()
        },
    }
