"""Whoever is paid for under a contract on a day: the people of a switch."""

from datetime import date

from whatmatters.commissioning.queries import (
    AgreementFacts,
    ContractFacts,
    agreement_facts,
    running_under,
)

PACKAGE = "package"


def cohort(
    council_id: int, contract: ContractFacts, patch_people: frozenset[int] | None, on: date
) -> frozenset[int]:
    """Whoever is paid for under a contract on a day, by an agreement."""
    found = _running(council_id, contract, on)
    return frozenset(found if patch_people is None else found & patch_people)


def _running(council_id: int, contract: ContractFacts, on: date) -> set[int]:
    ids = running_under(council_id, [contract.id], on)
    every = agreement_facts(council_id, ids=ids, with_terms=False)
    return {one.person_id for one in every if one.person_id is not None and earns(one, on)}


def earns(one: AgreementFacts, on: date) -> bool:
    """Whether an agreement pays for a day. One that nobody ended runs past its last day, but a
    package, which is not paid after it."""
    if one.source == PACKAGE and one.ends is not None and on > one.ends:
        return False
    return one.starts <= on and (one.ended_on is None or on <= one.ended_on)
