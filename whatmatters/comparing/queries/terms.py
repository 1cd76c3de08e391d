"""The terms by which a way of paying is tried: a live contract's, with an hour's price as said."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from whatmatters.commissioning.queries import (
    ContractFacts,
    Versions,
    contract_facts,
    rates_on,
    terms_versions,
)
from whatmatters.policy.queries import with_defaults
from whatmatters.rules.comparing.facts import Source
from whatmatters.rules.comparing.priced import Chosen
from whatmatters.rules.comparing.pricing import ANEW
from whatmatters.rules.outcomes import Band
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.stored_terms import from_json


class NoSuchContract(Refusal):
    """No contract of that way of paying runs on the day: NoSuchContract(model=, reference=)."""

    code = "no_such_contract"

    def __init__(self, *, model: str, reference: str) -> None:
        super().__init__(model=model, reference=reference)
        self.model, self.reference = model, reference


def live_contracts(council_id: int, on: date) -> dict[str, list[ContractFacts]]:
    """The contracts that run on a day, by way of paying, the newest first."""
    found: dict[str, list[ContractFacts]] = {}
    held = sorted(contract_facts(council_id), key=lambda one: (one.starts, one.id), reverse=True)
    for one in held:
        if one.starts <= on and (one.ends is None or on <= one.ends):
            found.setdefault(one.model, []).append(one)
    return found


def chosen_terms(
    council_id: int,
    on: date,
    references: Mapping[str, str],
    rates: Mapping[str, Decimal],
) -> dict[str, Chosen]:
    """By way of paying, for those that other facts can feed. Raises NoSuchContract.

    `references` and `rates` are said for a way of paying, by contract and in pounds an hour. Where
    no contract is named the terms are those of the newest that runs, or our defaults, and an hour
    has the price that each person has now: then nothing but the way of paying differs.
    """
    live, versions = live_contracts(council_id, on), terms_versions(council_id)
    for model, reference in references.items():
        if not any(one.reference == reference for one in live.get(model, ())):
            raise NoSuchContract(model=model, reference=reference)
    found = {}
    for model in ANEW:
        named = references.get(model)
        contract = _first(live.get(model, []), named)
        chosen = _by(model, contract, versions, on)
        if model in rates:
            chosen = replace(chosen, rate=Fraction(rates[model]), rate_from=Source.STATED)
        elif named is not None and contract is not None:
            chosen = replace(chosen, **_rate_of(contract, chosen.terms, on))
        found[model] = chosen
    return found


def _first(held: list[ContractFacts], named: str | None) -> ContractFacts | None:
    return next((one for one in held if named is None or one.reference == named), None)


def _by(model: str, contract: ContractFacts | None, versions: Versions, on: date) -> Chosen:
    terms = {} if contract is None else _terms_on(versions, contract.id, on)
    return Chosen(
        terms=with_defaults(model, terms),
        terms_from=Source.DEFAULT if contract is None else Source.CONTRACT,
        reference="" if contract is None else contract.reference,
    )


def terms_in_use(council_id: int, model: str, on: date) -> dict[str, object]:
    """Terms of the newest contract of a way of paying that runs on a day, with our defaults."""
    contract = _first(live_contracts(council_id, on).get(model, []), None)
    versions = terms_versions(council_id)
    return with_defaults(model, {} if contract is None else _terms_on(versions, contract.id, on))


def _terms_on(versions: Versions, contract_id: int, on: date) -> dict[str, object]:
    begun = [one for one in versions.get(contract_id, ()) if one.starts <= on]
    return dict(from_json(begun[-1].terms_text)) if begun else {}


def _rate_of(contract: ContractFacts, terms: Mapping[str, object], on: date) -> dict[str, Any]:
    """A named contract's own price of an hour; nothing where it has none."""
    held = terms.get("rate", rates_on(contract.id, on).get(Band.STANDARD))
    if held is None:
        return {}
    return {"rate": Fraction(str(held)), "rate_from": Source.CONTRACT}
