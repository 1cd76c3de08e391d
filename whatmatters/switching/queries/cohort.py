"""Whoever is paid for under a contract on a day: the people of a switch."""

from datetime import date

from whatmatters.commissioning.queries import (
    AgreementFacts,
    ContractFacts,
    agreement_facts,
    running_under,
)
from whatmatters.outcomes.queries import agreed_on_day


def cohort(
    council_id: int, contract: ContractFacts, patch_people: frozenset[int] | None, on: date
) -> frozenset[int]:
    """Whoever is paid for under a contract on a day, by an agreement or a plan in a block."""
    signed = _running(council_id, contract, on)
    planned = {v.person_id for v in agreed_on_day(council_id, on) if v.contract_id == contract.id}
    # A plan whose agreement was ended stays to be judged: it pays nothing any more.
    found = signed | (planned if contract.model == "patch_block" else set())
    return frozenset(found if patch_people is None else found & patch_people)


def _running(council_id: int, contract: ContractFacts, on: date) -> set[int]:
    ids = running_under(council_id, [contract.id], on)
    every = agreement_facts(council_id, ids=ids, with_terms=False)
    return {one.person_id for one in every if one.person_id is not None and earns(one, on)}


def earns(one: AgreementFacts, on: date) -> bool:
    """Whether an agreement pays for a day; one that nobody ended runs past its last day."""
    return one.starts <= on and (one.ended_on is None or on <= one.ended_on)
