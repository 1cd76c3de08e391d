"""How full a block's team is: estimates, and hours by instalment."""

from django.db import models

from whatmatters.blocks.models.blocks import Block
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.blocks.capacity import CapacityMethod


class CapacityEstimate(WrittenRow):
    """How many hours in 28 days a team can give, by which method, and by whom (R-MO-01)."""

    holds_words = (Words("", ("inputs", "assumptions"), kept_as=KeptAs.FINANCE),)

    block = models.ForeignKey(Block, on_delete=models.PROTECT, related_name="estimates")
    on = models.DateField()
    method = code_field(CapacityMethod)
    hours = models.DecimalField(max_digits=9, decimal_places=2)
    inputs = models.TextField()
    assumptions = models.TextField()

    class Meta:
        constraints = [one_of("method", CapacityMethod, "capacity_method")]


class CapacityPeriod(AppendOnlyRow):
    """Hours promised and hours that could be given in one instalment; the last revision holds."""

    block = models.ForeignKey(Block, on_delete=models.PROTECT, related_name="periods")
    instalment = models.PositiveSmallIntegerField()
    revision = models.PositiveIntegerField()
    committed = models.DecimalField(max_digits=9, decimal_places=2)
    deployable = models.DecimalField(max_digits=9, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["block", "instalment", "revision"], name="capacity_period_once"
            ),
            models.CheckConstraint(
                condition=models.Q(committed__gte=0, deployable__gte=0),
                name="capacity_not_negative",
            ),
        ]
