"""Blocks: what a patch's team is paid for a year, how full it is, and what the year really cost."""

from whatmatters.blocks.models.blocks import Block
from whatmatters.blocks.models.books import BookAnswer, BookWords, OpenBook
from whatmatters.blocks.models.capacity import CapacityEstimate, CapacityPeriod
from whatmatters.blocks.models.reviews import JointReview
from whatmatters.blocks.models.undone import BlockUndone

__all__ = [
    "Block",
    "BlockUndone",
    "BookAnswer",
    "BookWords",
    "CapacityEstimate",
    "CapacityPeriod",
    "JointReview",
    "OpenBook",
]
