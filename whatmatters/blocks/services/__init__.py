"""Verbs of blocks: sign, amend by a joint review, end, undo; capacity told; the open book."""

from whatmatters.blocks.services.blocks import amend_block, end_block, sign_block
from whatmatters.blocks.services.books import BookGiven, answer_book, hand_in_book
from whatmatters.blocks.services.capacity import (
    EstimateGiven,
    estimate_capacity,
    record_capacity,
)
from whatmatters.blocks.services.opening import BlockGiven, open_block
from whatmatters.blocks.services.reviews import ReviewGiven, hold_review
from whatmatters.blocks.services.undoing import take_back

__all__ = [
    "BlockGiven",
    "BookGiven",
    "EstimateGiven",
    "ReviewGiven",
    "amend_block",
    "answer_book",
    "end_block",
    "estimate_capacity",
    "hand_in_book",
    "hold_review",
    "open_block",
    "record_capacity",
    "sign_block",
    "take_back",
]
