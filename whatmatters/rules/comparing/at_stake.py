"""How much of what is paid could be taken back again, by the model's own arithmetic.

The worst case: every payable outcome missed through the provider and nothing ever said; a whole
review in which nobody came. What was not paid in the first place is not taken back.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from whatmatters.rules.commissioning import AgreementTerms, Rules
from whatmatters.rules.commissioning_models import bundled_hours, outcome_payments
from whatmatters.rules.periods import ONE_DAY, Period

NOTHING = Fraction(0)
ANY = "any"


def share_at_stake(agreement: AgreementTerms[Any], rules: Rules) -> Fraction:
    """The share, from 0 to 1, of what the agreement pays."""
    found = _WORST.get(agreement.model)
    return NOTHING if found is None else found(agreement, rules)


def _missed(agreement: AgreementTerms[Any], rules: Rules) -> Fraction:
    assert agreement.ends is not None, "check refuses a plan without an end"
    served = sorted({name for line in agreement.terms.plan for name in line.serves}) or [ANY]
    none = tuple(
        outcome_payments.JudgedOutcome(name, True, NOTHING, cause=outcome_payments.Cause.PROVIDER)
        for name in served
    )
    end = agreement.ends + ONE_DAY
    whole = outcome_payments.Evidence(
        Period(agreement.starts, end), outcome_payments.Judgement(end, none)
    )
    return _share(outcome_payments.assess(agreement, whole, rules).lines, _PENALTIES)


def _nobody_came(agreement: AgreementTerms[Any], rules: Rules) -> Fraction:
    held = next(bundled_hours.review_periods(agreement, agreement.starts + ONE_DAY))
    none = bundled_hours.Review(held.start, 0, 0, 0, 0, 0)
    whole = bundled_hours.Evidence(Period(held.start, held.end), none)
    return _share(bundled_hours.assess(agreement, whole, rules).lines, {bundled_hours.BELOW})


def _share(lines: Any, back: set[str]) -> Fraction:
    """What goes back, of what was paid before."""
    taken = -sum(line.pence for line in lines if line.rule in back)
    paid = sum(line.pence for line in lines if line.rule not in back)
    return Fraction(taken, paid) if paid else NOTHING


_PENALTIES = {outcome_payments.PENALTY}
_WORST: Mapping[str, Callable[[AgreementTerms[Any], Rules], Fraction]] = {
    outcome_payments.name: _missed,
    bundled_hours.name: _nobody_came,
}
