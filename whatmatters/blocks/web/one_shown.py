"""Parts of a block's page: its instalments, its open books, and what its reader may do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from whatmatters.access.queries import may_in_council
from whatmatters.access.web import Asked
from whatmatters.blocks.queries import BlockFacts
from whatmatters.blocks.queries.told import BookTold
from whatmatters.rules.blocks.year import instalments
from whatmatters.rules.commissioning_models.patch_block import instalment_due
from whatmatters.rules.periods import PERIOD_DAYS, Period
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class InstalmentRow:
    """One instalment of this block: its days, whole pence, and whether they have begun."""

    number: int
    period: Period
    pence: int
    begun: bool
    by_days: bool


@dataclass(frozen=True, slots=True)
class BookRow:
    """One open book, with who handed it in, and what of it reached wages."""

    told: BookTold
    by: str
    wages_share: Fraction | None


def instalment_rows(block: BlockFacts, price: int, today: date) -> list[InstalmentRow]:
    """Those of the year that are this block's; where it ended inside the last, by its days."""
    found = []
    for number, first in instalments(block.year_starts):
        if not block.starts <= first <= block.last_day:
            continue
        days = (block.last_day - first).days + 1
        inside = days < PERIOD_DAYS
        found.append(
            InstalmentRow(
                number,
                Period(first, first + timedelta(days=PERIOD_DAYS)),
                instalment_due(price, number, days if inside else None),
                first <= today,
                inside,
            )
        )
    return found


def book_rows(books: tuple[BookTold, ...], who: Mapping[int, str]) -> list[BookRow]:
    """The newest first. What reached wages is told as a share of what was really spent."""
    return [
        BookRow(one, who[one.by_id], Fraction(one.wages, one.cost) if one.cost else None)
        for one in books
    ]


def may_on(
    request: Asked, block: BlockFacts, books: tuple[BookTold, ...], *, followed: bool
) -> dict[str, bool]:
    """Which of the block's forms lead somewhere for this reader today."""
    keep = not block.undone and may_in_council(request.actor, Action.KEEP_BLOCK)
    sign = may_in_council(request.actor, Action.SIGN_BLOCK)
    over = not (block.undone or followed) and request.today > block.last_day
    # Its first instalment is paid in these weeks; the service knows whether it was.
    fresh = request.today < block.starts + timedelta(days=2 * PERIOD_DAYS)
    waits = bool(books) and books[0].accepted is None
    return {
        "keep": keep,
        "amend": sign and block.ends is None,
        "end": sign and block.ends is None,
        "next_year": sign and block.ends is None,
        "undo": sign and block.ends is None and fresh,
        "book": over and may_in_council(request.actor, Action.HAND_IN_BOOK),
        "answer": waits and may_in_council(request.actor, Action.ANSWER_BOOK),
    }
