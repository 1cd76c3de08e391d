"""What a run reads of a block: its year, and the open book that was accepted. No minute."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from whatmatters.blocks.models import Block, BookAnswer
from whatmatters.blocks.queries.blocks import block_facts
from whatmatters.blocks.queries.priced import priced
from whatmatters.rules.blocks.earned import earned
from whatmatters.rules.days import london_day


@dataclass(frozen=True, slots=True)
class BlockSeen:
    """The first day of its year; pence that it really cost and the day on which that was taken.

    The open book is of the whole year: `earned_before` pence were earned at its earlier prices, of
    which `kept_before` could be kept as profit.
    """

    year_starts: date
    cost: int | None = None
    accepted_on: date | None = None
    earned_before: int = 0
    kept_before: Fraction = Fraction(0)


def blocks_seen(block_ids: Iterable[int], until: date) -> dict[int, BlockSeen]:
    """Evidence by block, in two queries; of several open books the newest accepted by a day.

    Where such a book is of a year with several prices, three queries more for each.
    """
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
    taken = [pk for pk, seen in found.items() if seen.cost is not None]
    for row in rows.filter(follows__isnull=False, pk__in=taken) if taken else ():
        found[row.pk] = replace(found[row.pk], **_before(row))
    return found


def _before(row: Block) -> dict[str, Any]:
    """What the earlier prices of its year earned, but for those with an open book of their own."""
    ids, last = [], row
    while last.follows is not None and last.follows.year_starts == row.year_starts:
        last = last.follows
        ids.append(last.pk)
    own = BookAnswer.objects.filter(book__block_id__in=ids, accepted=True)
    told = set(own.values_list("book__block_id", flat=True))
    held = block_facts(row.council_id, ids=[pk for pk in ids if pk not in told])
    prices = priced(row.council_id, held)
    sums = {
        one: earned(prices[one.id].price.pence, one.year_starts, one.starts, one.last_day)
        for one in held
        if not one.undone
    }
    kept = (prices[one.id].terms.profit_cap * pence for one, pence in sums.items())
    return {"earned_before": sum(sums.values()), "kept_before": sum(kept, Fraction(0))}


def blocks_changed(council_id: int, since: datetime) -> frozenset[int]:
    """Blocks of which a book was answered at or after a moment."""
    rows = BookAnswer.objects.of(council_id).filter(at__gte=since)
    return frozenset(rows.values_list("book__block_id", flat=True))
