"""A block with its agreement: signed for a year, amended by a joint review, ended."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.blocks.models import Block, JointReview
from whatmatters.blocks.queries import blocks_of_contracts
from whatmatters.blocks.queries.refusals import (
    BlockRuns,
    BookHandedIn,
    NotABlock,
    NotAnInstalmentAhead,
    NotDecided,
    OutsideBlock,
    OutsideContract,
)
from whatmatters.blocks.services.floors import check_floor
from whatmatters.blocks.services.held import last_day_of, must_be_allowed, running_block
from whatmatters.commissioning.queries import agreements_of_sources, contract
from whatmatters.commissioning.services import end_agreement, new_terms, sign_agreement
from whatmatters.records.locks import BLOCKS, lock_council
from whatmatters.rules.blocks.capacity import ReviewDecision
from whatmatters.rules.blocks.year import instalment_on, instalment_starts, year_ends
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import PERIODS_IN_A_YEAR
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent

SOURCE = "block"
MODEL = "patch_block"
DAY = timedelta(days=1)


@transaction.atomic
def sign_block(*, by: Actor, at: datetime, contract_id: int, year_starts: date) -> int:
    """Sign a contract's block for a year of 13 instalments from a day; the block's id.

    The price is that of the contract's terms on that day. Raises BlockNotAllowed, Absent,
    NotABlock, OutsideContract, BlockRuns, FloorUnderLaw, or what signing refuses.
    """
    must_be_allowed(by, Action.SIGN_BLOCK)
    lock_council(by.council_id, BLOCKS)
    held = contract(by.council_id, contract_id)
    if held is None:
        raise Absent(what="contract", id=contract_id)
    if held.model != MODEL or held.patch_id is None:
        raise NotABlock(field="contract")
    if held.starts > year_starts or (held.ends is not None and held.ends < year_ends(year_starts)):
        raise OutsideContract(starts=held.starts, ends=held.ends or "")
    for other in blocks_of_contracts(by.council_id, [contract_id]):
        if (
            not other.undone
            and other.last_day >= year_starts
            and other.starts <= year_ends(year_starts)
        ):
            raise BlockRuns(until=other.last_day)
    return signed(by, at, contract_id, year_starts, year_starts, None).pk


@transaction.atomic
def amend_block(
    *,
    by: Actor,
    at: datetime,
    block_id: int,
    review_id: int,
    from_instalment: int,
    terms: Mapping[str, object],
) -> int:
    """Another price from an instalment on, as a joint review decided; the new block's id.

    The old one ends the day before. Raises BlockNotAllowed, Absent, BlockOver, BookHandedIn,
    NotDecided, NotAnInstalmentAhead, or what new terms and signing refuse; then nothing changed.
    """
    row = to_change(by, block_id)
    review = _decided(row, review_id)
    first = (instalment_on(row.year_starts, row.starts) or 0) + 1
    if not first <= from_instalment <= PERIODS_IN_A_YEAR:
        raise NotAnInstalmentAhead(first=first, last=PERIODS_IN_A_YEAR)
    starts = instalment_starts(row.year_starts, from_instalment)
    new_terms(by=by, at=at, contract_id=row.contract_id, starts=starts, terms=terms)
    end(by, at, row, starts - DAY, EndReason.REPLACED)
    made = signed(by, at, row.contract_id, row.year_starts, starts, row)
    review.amended_to = made
    review.save(update_fields=["amended_to"])
    return made.pk


@transaction.atomic
def end_block(*, by: Actor, at: datetime, block_id: int, on: date, reason: EndReason) -> None:
    """Write a block's last day, which still earns. The instalment that it falls in is paid by days.

    Raises BlockNotAllowed, Absent, BlockOver, BookHandedIn, OutsideBlock.
    """
    row = to_change(by, block_id)
    if not row.starts <= on <= last_day_of(row):
        raise OutsideBlock(field="on")
    end(by, at, row, on, reason)


def to_change(by: Actor, block_id: int) -> Block:
    """The block, read behind the lock, whose days nobody has counted yet."""
    lock_council(by.council_id, BLOCKS)
    row = running_block(by, Action.SIGN_BLOCK, block_id)
    if row.books.exists():
        raise BookHandedIn()
    return row


def _decided(row: Block, review_id: int) -> JointReview:
    found: JointReview | None = row.reviews.filter(pk=review_id).first()
    if found is None or found.decision != ReviewDecision.AMEND or found.amended_to_id is not None:
        raise NotDecided()
    return found


def end(by: Actor, at: datetime, row: Block, on: date, reason: EndReason) -> None:
    """Write the last day of a block and of its agreement."""
    row.ends = on
    row.save(update_fields=["ends"])
    agreement = agreements_of_sources(by.council_id, SOURCE, [row.pk])[row.pk]
    end_agreement(by=by, at=at, agreement_id=agreement, on=on, reason=reason)
    audit(by=by, at=at, action="block.ended", subject="block", subject_id=row.pk, why=str(reason))


def signed(
    by: Actor,
    at: datetime,
    contract_id: int,
    year_starts: date,
    starts: date,
    follows: Block | None,
    terms: Mapping[str, object] | None = None,
) -> Block:
    """A block with its agreement, at the contract's terms or at its own."""
    row: Block = Block.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        contract_id=contract_id,
        year_starts=year_starts,
        starts=starts,
        follows=follows,
    )
    sign_agreement(
        by=by,
        at=at,
        contract_id=contract_id,
        person_id=None,
        source=SOURCE,
        source_id=row.pk,
        starts=starts,
        ends=year_ends(year_starts),
        terms=terms or {},
    )
    check_floor(by.council_id, SOURCE, row.pk)
    audit(by=by, at=at, action="block.signed", subject="block", subject_id=row.pk)
    return row
