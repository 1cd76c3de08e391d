"""Contracts of which a whole patch's team is paid, whatever any one plan holds."""

from collections.abc import Iterable
from datetime import date

from whatmatters.commissioning.models import Contract
from whatmatters.commissioning.queries.agreements import agreement_facts, running_under
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.covered import first_uncovered


def block_contracts(council_id: int, contract_ids: Iterable[int]) -> frozenset[int]:
    """Those of these contracts that pay a block, in one query."""
    rows = Contract.objects.of(council_id).filter(pk__in=set(contract_ids), model=patch_block.name)
    return frozenset(rows.values_list("id", flat=True))


def pays_a_block(contract_id: int) -> bool:
    """Whether one contract does."""
    return bool(Contract.objects.filter(pk=contract_id, model=patch_block.name).exists())


def day_without_block(council_id: int, contract_id: int, first: date, last: date) -> date | None:
    """The first of these days on which no block of the contract earns; None: each has one.

    Two queries.
    """
    held = running_under(council_id, [contract_id], first)
    return first_uncovered(
        (
            (facts.starts, min(day for day in (facts.ends, facts.ended_on, date.max) if day))
            for facts in agreement_facts(council_id, ids=held, with_terms=False)
        ),
        first,
        last,
    )
