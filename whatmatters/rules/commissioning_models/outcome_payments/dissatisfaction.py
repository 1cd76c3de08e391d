"""The penalty for dissatisfaction alone, where an agreement says yes to it (R-WI-19).

No source gives it a base, so a yes has no meaning without a share that the agreement itself says:
penalty = base x dissatisfaction_share, rounded once, cut to what other penalties leave of the cap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning_models.outcome_payments.evidence import Judgement
from whatmatters.rules.commissioning_models.outcome_payments.penalty import Penalty, cap_of
from whatmatters.rules.commissioning_models.outcome_payments.terms import Terms
from whatmatters.rules.money import half_up
from whatmatters.rules.outcomes import UNHAPPY, Satisfaction


@dataclass(frozen=True, slots=True)
class Dissatisfaction:
    """The penalty in whole pence (above 0), and its arithmetic."""

    answer: Satisfaction
    share: Fraction
    exact: Fraction
    pence: int
    capped: bool


def dissatisfaction(
    judgement: Judgement, base: int, terms: Terms, others: Sequence[Penalty]
) -> Dissatisfaction | None:
    """What her dissatisfaction brings beside the penalties of outcomes; None where nothing.

    Whether outcomes were achieved plays no part in it: that is what "alone" means.
    """
    share, answer = terms.dissatisfaction_share, judgement.satisfaction
    if not terms.dissatisfaction_alone or share is None or answer not in UNHAPPY:
        return None
    exact = base * share
    rounded = half_up(exact)
    pence = min(rounded, cap_of(base, terms) - sum(penalty.pence for penalty in others))
    if not pence:
        return None
    return Dissatisfaction(Satisfaction(answer), share, exact, pence, pence < rounded)
