"""A block from nothing: its contract with terms and funders, and its first year, together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.blocks.services.blocks import MODEL, sign_block
from whatmatters.blocks.services.held import must_be_allowed
from whatmatters.commissioning.services import FunderGiven, open_contract
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class BlockGiven:
    """What is agreed: with whom, for which patch, from when, at which terms, and who pays."""

    provider_id: int
    patch_id: int
    reference: str
    year_starts: date
    terms: Mapping[str, object]
    funders: Sequence[FunderGiven]


@transaction.atomic
def open_block(*, by: Actor, at: datetime, given: BlockGiven) -> int:
    """Open the contract and sign its first year, or nothing; the block's id.

    Raises what opening a contract and `sign_block` raise.
    """
    must_be_allowed(by, Action.SIGN_BLOCK)
    contract_id = open_contract(
        by=by,
        at=at,
        provider_id=given.provider_id,
        model=MODEL,
        reference=given.reference,
        patch_id=given.patch_id,
        starts=given.year_starts,
        ends=None,
        terms=given.terms,
        rates=[],
        funders=given.funders,
    )
    return sign_block(by=by, at=at, contract_id=contract_id, year_starts=given.year_starts)
