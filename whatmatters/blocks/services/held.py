"""A block of the council that an actor may act on."""

from datetime import date, datetime
from typing import Any

from whatmatters.access.queries import Actor, may_in_council, own_organisation_only
from whatmatters.blocks.models import Block
from whatmatters.blocks.queries.refusals import BlockNotAllowed, BlockOver
from whatmatters.rules.blocks.year import year_ends
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


def must_be_allowed(by: Actor, action: Action) -> None:
    """Raises BlockNotAllowed unless a role of the actor has the action."""
    if not may_in_council(by, action):
        raise BlockNotAllowed(action=str(action))


def held_block(by: Actor, action: Action, block_id: int) -> Block:
    """The block. Raises BlockNotAllowed, Absent (as for another provider's block), or BlockOver
    for one that was undone."""
    must_be_allowed(by, action)
    rows = Block.objects.of(by.council_id).select_related("contract")
    row: Block | None = rows.filter(pk=block_id).first()
    own = own_organisation_only(by, action)
    if row is None or own not in (None, row.contract.provider_id):
        raise Absent(what="block", id=block_id)
    if row.ends is not None and row.ends < row.starts:
        raise BlockOver(ends=row.ends)
    return row


def running_block(by: Actor, action: Action, block_id: int) -> Block:
    """The same, where nobody has ended it. Raises BlockOver too."""
    row = held_block(by, action, block_id)
    if row.ends is not None:
        raise BlockOver(ends=row.ends)
    return row


def last_day_of(row: Block) -> date:
    """The last day that earns."""
    return row.ends or year_ends(row.year_starts)


def written_about(by: Actor, at: datetime, row: Block) -> dict[str, Any]:
    """Whose words they are, when, and about which block."""
    return {"council_id": by.council_id, "by_id": by.user_id, "at": at, "block": row}
