"""What a run reads of a block: its year, and the open book that was accepted. No minute."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.blocks.models import Block, BookAnswer
from whatmatters.rules.days import london_day


@dataclass(frozen=True, slots=True)
class BlockSeen:
    """The first day of its year; pence that it really cost and the day on which that was taken."""

    year_starts: date
    cost: int | None = None
    accepted_on: date | None = None


def blocks_seen(block_ids: Iterable[int], until: date) -> dict[int, BlockSeen]:
    """Evidence by block, in two queries; of several open books the newest accepted by a day."""
    rows = Block.objects.filter(pk__in=set(block_ids))
    found = {pk: BlockSeen(starts) for pk, starts in rows.values_list("pk", "year_starts")}
    answers = BookAnswer.objects.filter(book__block_id__in=found, accepted=True)
    for one in answers.select_related("book").order_by("book__number"):
        if london_day(one.at) > until:
            continue  # it belongs to a later run
        book = one.book
        cost = book.wages + book.on_costs + book.management + book.overheads
        starts = found[book.block_id].year_starts
        found[book.block_id] = BlockSeen(starts, cost, london_day(one.at))
    return found


def blocks_changed(council_id: int, since: datetime) -> frozenset[int]:
    """Blocks of which a book was answered at or after a moment."""
    rows = BookAnswer.objects.of(council_id).filter(at__gte=since)
    return frozenset(rows.values_list("book__block_id", flat=True))
