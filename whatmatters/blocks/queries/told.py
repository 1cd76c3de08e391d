"""What was told of one block: hours by instalment, estimates, reviews, open books."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from whatmatters.blocks.models import (
    Block,
    BlockUndone,
    CapacityEstimate,
    CapacityPeriod,
    JointReview,
    OpenBook,
)
from whatmatters.rules.blocks.capacity import CapacityMethod, PeriodHours, ReviewDecision


@dataclass(frozen=True, slots=True)
class EstimateTold:
    """One estimate of capacity, with its author's id."""

    on: date
    method: CapacityMethod
    hours: Decimal
    inputs: str
    assumptions: str
    by_id: int


@dataclass(frozen=True, slots=True)
class ReviewTold:
    """One joint review; `amended_to_id` is the block that came of it."""

    id: int
    held_on: date
    decision: ReviewDecision
    attended: str
    minutes: str
    amended_to_id: int | None


@dataclass(frozen=True, slots=True)
class BookTold:
    """One open book in whole pence; `accepted` None while nobody has answered it."""

    id: int
    number: int
    wages: int
    on_costs: int
    management: int
    overheads: int
    by_id: int
    at: datetime
    accepted: bool | None
    answered_by_id: int | None
    reason: str

    @property
    def cost(self) -> int:
        """All of it, in pence."""
        return self.wages + self.on_costs + self.management + self.overheads


@dataclass(frozen=True, slots=True)
class UndoneTold:
    """Why a block was undone, by whom and when; `after_id` is the block in its place."""

    words: str
    by_id: int
    at: datetime
    after_id: int | None


def hours_told(block_id: int) -> tuple[PeriodHours, ...]:
    """The newest hours of each instalment, in order."""
    newest: dict[int, PeriodHours] = {}
    rows = CapacityPeriod.objects.filter(block_id=block_id).order_by("instalment", "revision")
    for number, committed, deployable in rows.values_list("instalment", "committed", "deployable"):
        newest[number] = PeriodHours(number, Fraction(committed), Fraction(deployable))
    return tuple(newest.values())


def estimates(block_id: int) -> tuple[EstimateTold, ...]:
    """Every estimate, the newest first."""
    rows = CapacityEstimate.objects.filter(block_id=block_id).order_by("-on", "-id")
    told = rows.values_list("on", "method", "hours", "inputs", "assumptions", "by_id")
    return tuple(EstimateTold(row[0], CapacityMethod(row[1]), *row[2:]) for row in told)


def reviews(block_id: int) -> tuple[ReviewTold, ...]:
    """Every joint review, the newest first."""
    rows = JointReview.objects.filter(block_id=block_id).order_by("-held_on", "-id")
    told = rows.values_list("id", "held_on", "decision", "attended", "minutes", "amended_to_id")
    return tuple(
        ReviewTold(one, held, ReviewDecision(decided), there, said, amended)
        for one, held, decided, there, said, amended in told
    )


def open_books(block_id: int) -> tuple[BookTold, ...]:
    """Every open book, the newest first."""
    rows = OpenBook.objects.filter(block_id=block_id).order_by("-number")
    told = rows.values_list(
        "id",
        "number",
        "wages",
        "on_costs",
        "management",
        "overheads",
        "by_id",
        "at",
        "answer__accepted",
        "answer__by_id",
        "answer__words__words",
    )
    return tuple(BookTold(*row[:-1], row[-1] or "") for row in told)


def undone(block_id: int) -> UndoneTold | None:
    """Who undid a block and why; None where nobody did."""
    row = BlockUndone.objects.filter(block_id=block_id).first()
    if row is None:
        return None
    after = Block.objects.filter(follows_id=block_id).values_list("pk", flat=True).first()
    return UndoneTold(row.words, row.by_id, row.at, after)


def is_followed(block_id: int) -> bool:
    """Whether another price of the same year came after: its open book is handed in with that."""
    return bool(Block.objects.filter(follows_id=block_id).exists())


def block_of_book(council_id: int, book_id: int) -> int | None:
    """The block of an open book of this council."""
    rows = OpenBook.objects.of(council_id).filter(pk=book_id)
    found: int | None = rows.values_list("block_id", flat=True).first()
    return found
