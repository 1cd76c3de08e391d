"""One person's support under every way of paying, by the same `assess` as any payment."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from whatmatters.rules.commissioning import EvidenceKind, Problems, Rules
from whatmatters.rules.commissioning_models import MODELS
from whatmatters.rules.comparing import by_budget, by_bundle, by_plan
from whatmatters.rules.comparing.facts import CannotPrice, Support
from whatmatters.rules.comparing.priced import Chosen, Priced
from whatmatters.rules.periods import Period

# The wall of R-WI-08 stands here too: who may not read a minute is given none.
MINUTES = frozenset({EvidenceKind.VISIT_MINUTES, EvidenceKind.BUNDLE_REVIEW})
Answer = Priced | CannotPrice
Price = Callable[[Support, Chosen, tuple[Period, ...], Rules], Answer]

# What the facts of another way of paying can feed.
ANEW: Mapping[str, Price] = {
    "outcome_payments": by_plan.price,
    "bundled_hours": by_bundle.price,
    "individual_service_fund": by_budget.fund,
    "direct_payment": by_budget.direct,
}
# What the others would have to be told, which nobody records of a person who is paid otherwise.
NOT_TOLD: Mapping[str, CannotPrice] = {
    "time_and_task": CannotPrice.NO_VISITS,
    "patch_block": CannotPrice.A_PATCH,
    "shift_split": CannotPrice.NO_SHIFTS,
    "short_term": CannotPrice.NO_EPISODE,
    "introductory_agency": CannotPrice.NO_PLATFORM_TIME,
    "community_outcome": CannotPrice.NO_POPULATION,
}


def price_as(
    model: str,
    support: Support,
    chosen: Chosen | None,
    window: tuple[Period, ...],
    rules: Rules,
) -> Answer:
    """As it is under its own model; under another one anew, or why it has no price there."""
    if support.refused:
        return CannotPrice.NOT_ASSESSED
    if support.model == model:
        return Priced(support, support.agreement, support.lines, False, support.left_out)
    if model not in ANEW or chosen is None:
        return NOT_TOLD.get(model, CannotPrice.TERMS_REFUSED)
    if not MODELS[model].reads & MINUTES:
        support = replace(support, delivered=None)
    try:
        return ANEW[model](support, chosen, window, rules)
    except Problems:
        return CannotPrice.TERMS_REFUSED
