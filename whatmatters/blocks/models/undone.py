"""Blocks that were signed by mistake: what nobody was paid for is undone, and says why."""

from django.db import models

from whatmatters.blocks.models.blocks import Block
from whatmatters.records.tenancy import WrittenRow
from whatmatters.records.words import KeptAs, Words


class BlockUndone(WrittenRow):
    """Who undid a block before anything of it was paid, and why. Its last day is before its first:
    it never earned."""

    holds_words = (Words("", ("words",), kept_as=KeptAs.FINANCE),)

    block = models.OneToOneField(Block, on_delete=models.PROTECT, related_name="undone")
    words = models.TextField()
