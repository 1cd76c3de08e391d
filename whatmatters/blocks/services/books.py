"""The open book: handed in by the provider after the last day, taken by the council or not."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.blocks.models import Block, BookAnswer, BookWords, OpenBook
from whatmatters.blocks.queries.refusals import (
    BlockNotOver,
    BookAnswered,
    BookByTwo,
    BookOfYear,
    FigureImpossible,
)
from whatmatters.blocks.services.held import held_block, last_day_of, must_be_allowed
from whatmatters.records.locks import BLOCKS, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words

MOST_PENCE = 10**12


@dataclass(frozen=True, slots=True)
class BookGiven:
    """What a block really cost, in whole pence, by heading."""

    wages: int
    on_costs: int
    management: int
    overheads: int


@transaction.atomic
def hand_in_book(*, by: Actor, at: datetime, block_id: int, given: BookGiven) -> int:
    """Hand in what a block cost; another takes its place until one is accepted, and after.

    It is of the whole year, whatever its prices were. Raises BlockNotAllowed, Absent, BookOfYear,
    BlockNotOver, FigureImpossible.
    """
    lock_council(by.council_id, BLOCKS)
    row = held_block(by, Action.HAND_IN_BOOK, block_id)
    if Block.objects.filter(follows=row).exists():
        raise BookOfYear()
    if london_day(at) <= last_day_of(row):
        raise BlockNotOver(ends=last_day_of(row))
    for field, pence in asdict(given).items():
        if not 0 <= pence <= MOST_PENCE:
            raise FigureImpossible(field=field)
    made = OpenBook.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        block=row,
        number=row.books.count() + 1,
        **asdict(given),
    )
    audit(by=by, at=at, action="block.book_handed_in", subject="block", subject_id=row.pk)
    return int(made.pk)


@transaction.atomic
def answer_book(*, by: Actor, at: datetime, book_id: int, accepted: bool, reason: str = "") -> None:
    """Take an open book, or say why not. A taken one gives its profit above the cap back.

    Raises BlockNotAllowed, Absent, BookAnswered, BookByTwo, or what words refuse.
    """
    must_be_allowed(by, Action.ANSWER_BOOK)
    lock_council(by.council_id, BLOCKS)
    book: OpenBook | None = OpenBook.objects.of(by.council_id).filter(pk=book_id).first()
    if book is None:
        raise Absent(what="open_book", id=book_id)
    newer = OpenBook.objects.filter(block_id=book.block_id, number__gt=book.number)
    if newer.exists() or BookAnswer.objects.filter(book=book).exists():
        raise BookAnswered()
    if book.by_id == by.user_id:
        raise BookByTwo()
    kept = "" if accepted else words("reason", reason)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    answer = BookAnswer.objects.create(
        book=book, handed_in_by_id=book.by_id, accepted=accepted, **written
    )
    if kept:
        BookWords.objects.create(answer=answer, words=kept, **written)
    action = "block.book_taken" if accepted else "block.book_sent_back"
    audit(by=by, at=at, action=action, subject="block", subject_id=book.block_id)
