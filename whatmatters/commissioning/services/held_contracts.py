"""Contracts that are held while something is signed under them, and their days."""

from collections.abc import Iterable
from datetime import date

from whatmatters.access.queries import Actor
from whatmatters.commissioning.models import Contract
from whatmatters.commissioning.queries.refusals import ContractNotFound, ContractNotInForce


def held_contracts(by: Actor, ids: Iterable[int]) -> dict[int, Contract]:
    """Contracts of the council by id, held to the end of the transaction.

    Whoever signs under a contract and whoever says its last day wait for each other. Raises
    ContractNotFound.
    """
    wanted = sorted(set(ids))
    rows = Contract.objects.of(by.council_id).select_for_update(no_key=True).filter(pk__in=wanted)
    found = {row.pk: row for row in rows.order_by("pk")}
    for contract_id in wanted:
        if contract_id not in found:
            raise ContractNotFound(contract_id=contract_id)
    return found


def check_runs(contract: Contract, *days: date | None) -> None:
    """Refuse a day on which a contract does not hold. Raises ContractNotInForce for the first."""
    for on in days:
        if on is not None and not contract.starts <= on <= (contract.ends or on):
            raise ContractNotInForce(contract_id=contract.pk, on=on)
