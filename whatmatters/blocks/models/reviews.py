"""Joint reviews of a block."""

from django.db import models

from whatmatters.blocks.models.blocks import Block
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.blocks.capacity import ReviewDecision


class JointReview(WrittenRow):
    """A review by those who pay and work, minuted (R-MO-02); `amended_to` is what came of it."""

    holds_words = (Words("", ("attended", "minutes"), kept_as=KeptAs.FINANCE),)

    block = models.ForeignKey(Block, on_delete=models.PROTECT, related_name="reviews")
    held_on = models.DateField()
    decision = code_field(ReviewDecision)
    attended = models.TextField()
    minutes = models.TextField()
    amended_to = models.OneToOneField(
        Block, null=True, on_delete=models.PROTECT, related_name="decided_by"
    )

    class Meta:
        constraints = [one_of("decision", ReviewDecision, "joint_review_decision")]
