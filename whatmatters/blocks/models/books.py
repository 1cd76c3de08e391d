"""Open books of blocks, and what the council said to them."""

from django.db import models

from whatmatters.blocks.models.blocks import Block
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import KeptAs, Words


class OpenBook(AppendOnlyRow):
    """What a block really cost, in whole pence, as its provider hands it in."""

    block = models.ForeignKey(Block, on_delete=models.PROTECT, related_name="books")
    number = models.PositiveIntegerField()
    wages = models.BigIntegerField()
    on_costs = models.BigIntegerField()
    management = models.BigIntegerField()
    overheads = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["block", "number"], name="open_book_once"),
            models.CheckConstraint(
                condition=models.Q(
                    wages__gte=0, on_costs__gte=0, management__gte=0, overheads__gte=0
                ),
                name="open_book_not_negative",
            ),
        ]


class BookAnswer(AppendOnlyRow):
    """What the council said to an open book, once; who handed it in is copied from it."""

    book = models.OneToOneField(OpenBook, on_delete=models.PROTECT, related_name="answer")
    handed_in_by_id = models.BigIntegerField()
    accepted = models.BooleanField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(by_id=models.F("handed_in_by_id")), name="open_book_takes_two"
            )
        ]


class BookWords(WrittenRow):
    """Why an open book was not taken as it was."""

    holds_words = (Words("", ("words",), kept_as=KeptAs.FINANCE),)

    answer = models.OneToOneField(BookAnswer, on_delete=models.PROTECT, related_name="words")
    words = models.TextField()
