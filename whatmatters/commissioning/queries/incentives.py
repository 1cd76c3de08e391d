"""What an hour does under each contract that runs, from its newest agreement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q

from whatmatters.commissioning.models import Agreement
from whatmatters.commissioning.queries.agreements import AgreementFacts, agreement_facts
from whatmatters.commissioning.queries.contracts import ContractFacts, contract_facts
from whatmatters.commissioning.queries.ended import LAST_DAY
from whatmatters.commissioning.queries.terms import agreement_terms
from whatmatters.policy.queries import dated_rules
from whatmatters.rules.commissioning import Incentive, Problems
from whatmatters.rules.commissioning_models import MODELS
from whatmatters.rules.incentives import Change, Effect, effects


@dataclass(frozen=True, slots=True)
class Audit:
    """One running contract. `incentive` is None where nothing runs under it, or it cannot be read.

    `signed` is the first day of the agreement from which it is worked out; not whose it is.
    `effects`: what an hour does at once, by what changes; empty where there is no `incentive`.
    """

    contract: ContractFacts
    signed: date | None
    incentive: Incentive | None
    effects: Mapping[Change, Effect]


def audits(council_id: int, on: date, hour_cost: int | None) -> list[Audit]:
    """Every contract that runs on a day, in three queries. `hour_cost`: pence, None: not known."""
    running = [one for one in contract_facts(council_id) if _runs(one, on)]
    newest = _newest(council_id, on)
    facts = {one.contract_id: one for one in agreement_facts(council_id, ids=newest.values())}
    return [_audit(one, facts.get(one.id), hour_cost) for one in running]


def _runs(one: ContractFacts, on: date) -> bool:
    return one.starts <= on and (one.ends is None or on <= one.ends)


def _newest(council_id: int, on: date) -> dict[int, int]:
    """The agreement that was signed last of those that run, by contract."""
    rows = Agreement.objects.of(council_id).filter(starts__lte=on)
    rows = rows.annotate(last=LAST_DAY)
    held = rows.filter(Q(last__isnull=True) | Q(last__gte=on)).order_by()
    return dict(
        held.values("contract_terms__contract_id")
        .annotate(newest=Max("id"))
        .values_list("contract_terms__contract_id", "newest")
    )


def _audit(one: ContractFacts, facts: AgreementFacts | None, hour_cost: int | None) -> Audit:
    if facts is None:
        return Audit(one, None, None, {})
    model, rules = MODELS[one.model], dated_rules()
    try:
        terms = agreement_terms(facts)
        told = model.one_more_hour(terms, rules, hour_cost)
        found = effects(model.income_changes(terms, rules), hour_cost)
    except Problems:
        return Audit(one, facts.starts, None, {})
    return Audit(one, facts.starts, told, found)
