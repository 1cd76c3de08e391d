"""A block that was signed by mistake: undone, and the right price in its place."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.blocks.models import Block, BlockUndone, JointReview
from whatmatters.blocks.queries import block_facts
from whatmatters.blocks.queries.priced import own_terms
from whatmatters.blocks.services.blocks import DAY, end, signed, to_change
from whatmatters.commissioning.queries.refusals import AlreadyFromThatDay
from whatmatters.commissioning.services import new_terms
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.words import words


@transaction.atomic
def take_back(
    *,
    by: Actor,
    at: datetime,
    block_id: int,
    reason: str,
    terms: Mapping[str, object] | None = None,
) -> int:
    """Undo a block of which nothing was paid (the caller has looked); the block to look at next.

    With `terms` another starts in its place at that price. Without, the price of before holds again
    where this one had followed it; a first block leaves nothing in its place. The contract has the
    right terms from the next day, for its years to come. Raises BlockNotAllowed, Absent, BlockOver,
    BookHandedIn, or what words, new terms and signing refuse.
    """
    row = to_change(by, block_id)
    why = words("reason", reason)
    right = terms if terms is not None else _before(row)
    end(by, at, row, row.starts - DAY, EndReason.REPLACED)
    BlockUndone.objects.create(
        council_id=by.council_id, by_id=by.user_id, at=at, block=row, words=why
    )
    audit(by=by, at=at, action="block.undone", subject="block", subject_id=row.pk)
    if right is None:
        return row.pk
    _write_terms(by, at, row.contract_id, row.starts + DAY, right)
    made = signed(by, at, row.contract_id, row.year_starts, row.starts, row, right)
    JointReview.objects.filter(amended_to=row).update(amended_to=made)
    return made.pk


def _before(row: Block) -> Mapping[str, object] | None:
    """The terms of the block that this one followed."""
    if row.follows_id is None:
        return None
    return own_terms(row.council_id, block_facts(row.council_id, ids=[row.follows_id])[0])


def _write_terms(
    by: Actor, at: datetime, contract_id: int, starts: date, terms: Mapping[str, object]
) -> None:
    """From the first day on which no version starts: two of one day cannot stand beside each other,
    and what runs has taken its terms once."""
    try:
        new_terms(by=by, at=at, contract_id=contract_id, starts=starts, terms=terms)
    except AlreadyFromThatDay:
        _write_terms(by, at, contract_id, starts + DAY, terms)
