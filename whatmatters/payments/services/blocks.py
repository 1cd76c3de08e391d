"""What a run pays of a block: the instalment that begins in its period, and the open book.

It reads the block's year and nothing else: no visit, no minute (R-GW-05).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from whatmatters.blocks.queries import BlockSeen, blocks_seen
from whatmatters.commissioning.queries import AgreementFacts
from whatmatters.payments.services.frozen import Frozen
from whatmatters.rules.blocks.year import instalments
from whatmatters.rules.commissioning import AgreementTerms, Line, Rules
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.money import PENCE_IN_A_POUND
from whatmatters.rules.periods import PERIOD_DAYS, Period

BLOCK = "block"
Terms = AgreementTerms[patch_block.Terms]


def blocks_of(rows: Iterable[AgreementFacts], until: date) -> dict[int, BlockSeen]:
    """Evidence by agreement as of a day, in two queries, or none where there is no block."""
    wanted = {facts.source_id: facts.id for facts in rows if facts.source == BLOCK}
    found = blocks_seen(wanted, until) if wanted else {}
    return {wanted[block]: seen for block, seen in found.items()}


def block_lines(agreement: Terms, frozen: Frozen, period: Period, rules: Rules) -> tuple[Line, ...]:
    """The instalments whose first day is in the period, then the book that was taken in it."""
    seen = frozen.block
    if seen is None:
        return ()
    due = [told for first, told in _instalments(frozen, seen) if first in period]
    lines = [line for told in due for line in _assess(agreement, told, rules)]
    if seen.cost is not None and seen.accepted_on is not None and seen.accepted_on in period:
        earned = sum(
            line.pence
            for _, told in _instalments(frozen, seen)
            for line in _assess(agreement, told, rules)
        )
        cost = Fraction(seen.cost, PENCE_IN_A_POUND)
        book = patch_block.Evidence(
            actual_cost=cost,
            earned=earned,
            earned_before=seen.earned_before,
            kept_before=seen.kept_before,
        )
        lines += _assess(agreement, book, rules)
    return tuple(lines)


def _assess(agreement: Terms, told: patch_block.Evidence, rules: Rules) -> tuple[Line, ...]:
    return patch_block.assess(agreement, told, rules).lines


def _instalments(frozen: Frozen, seen: BlockSeen) -> Iterator[tuple[date, patch_block.Evidence]]:
    """Every instalment that this block earns, with its first day; the last one by its days."""
    ended = frozen.ended_on
    for number, first in instalments(seen.year_starts):
        if first < frozen.facts.starts or (ended is not None and ended < first):
            continue
        left = PERIOD_DAYS if ended is None else (ended - first).days + 1
        days = left if left < PERIOD_DAYS else None
        yield first, patch_block.Evidence(instalment=number, days=days)
