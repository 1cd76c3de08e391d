"""A block for the walk: it ended after one instalment, was reviewed, and its open book waits."""

from datetime import timedelta

from tests.fixtures.blocked import a_block, decided, handed_in
from tests.fixtures.case import STARTS, Case, moment
from whatmatters.blocks.services import end_block
from whatmatters.rules.outcomes import EndReason

PERIOD = timedelta(days=28)


def blocked(case: Case, ids: dict[str, object]) -> None:
    """Adds block_id, review_id and book_id."""
    block = a_block(case, starts=STARTS)
    review = decided(case, block, STARTS + timedelta(days=7))
    end_block(
        by=case.commissioner,
        at=moment(STARTS + PERIOD),
        block_id=block,
        on=STARTS + PERIOD - timedelta(days=1),
        reason=EndReason.REPLACED,
    )
    book = handed_in(case, block, STARTS + PERIOD, 1_000_000)
    ids |= {"block_id": block, "review_id": review, "book_id": book}
