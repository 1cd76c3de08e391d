"""The lines of her statement: append-only. A correction names the week that it puts right."""

from django.db import models

from whatmatters.charging.models.versions import ChargingArrangement, FinancialAssessment
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rules.charging.correcting import LineKind


class ChargeLine(AppendOnlyRow):
    """One line: whole pence for a week, Monday to Sunday; below 0 for money back.

    `correction` 0 is the week's charge, 1 the first correction of it. All lines of a week together
    are what it costs her. `inputs` is canonical JSON text of every figure of the sum.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    week_start = models.DateField()
    correction = models.PositiveSmallIntegerField()
    kind = code_field(LineKind)
    pence = models.BigIntegerField()
    arrangement = models.ForeignKey(
        ChargingArrangement, on_delete=models.PROTECT, related_name="lines"
    )
    assessment = models.ForeignKey(
        FinancialAssessment, null=True, on_delete=models.PROTECT, related_name="lines"
    )
    inputs = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "week_start", "correction"], name="charge_line_once"
            ),
            one_of("kind", LineKind, "charge_line_kind"),
            models.CheckConstraint(
                condition=models.Q(correction=0, kind="charge", pence__gte=0)
                | models.Q(correction__gt=0, kind="more", pence__gt=0)
                | models.Q(correction__gt=0, kind="refund", pence__lt=0),
                name="charge_line_sign",
            ),
        ]
