"""Undo a block that was signed by mistake, while nothing of it was paid."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.blocks.queries.refusals import BlockPosted
from whatmatters.blocks.services import take_back
from whatmatters.commissioning.queries import agreements_of_sources
from whatmatters.payments.queries.posted import posted
from whatmatters.payments.services.blocks import BLOCK
from whatmatters.records.locks import RELEASES, lock_council


@transaction.atomic
def undo_block(
    *,
    by: Actor,
    at: datetime,
    block_id: int,
    reason: str,
    terms: Mapping[str, object] | None = None,
) -> int:
    """See `take_back`; the block to look at next. A run that was proposed before is proposed anew:
    its facts have changed. One that is being released is waited for: what it pays stays signed, and
    what is undone first it does not pay. Raises BlockPosted, and what `take_back` does.
    """
    lock_council(by.council_id, RELEASES)
    agreement = agreements_of_sources(by.council_id, BLOCK, [block_id])
    if posted(agreement.values()):
        raise BlockPosted()
    return take_back(by=by, at=at, block_id=block_id, reason=reason, terms=terms)
