"""Financial assessments and arrangements, each by versions that hold from a Monday.

Nothing is edited: a later row from the same Monday takes the place of an earlier one.
"""

from typing import Any

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.charging.arrangement import Basis


def _money(**more: Any) -> "models.DecimalField[Any, Any]":
    return models.DecimalField(max_digits=10, decimal_places=2, **more)


class FinancialAssessment(WrittenRow):
    """What somebody has each week (pounds; `capital` in all), and what must be left to her.

    `allowances` are codes of an English minimum income, parted by spaces. `words` say
    where the figures are from.
    """

    holds_words = (Words("person", ("words",), kept_as=KeptAs.CHARGING),)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    starts = models.DateField()
    declined = models.BooleanField(default=False)
    income = _money()
    capital = _money()
    housing_costs = _money()
    disability_costs = _money()
    minimum_income = _money(null=True)
    basic_entitlement = _money(null=True)
    allowances = models.CharField(max_length=200, blank=True)
    words = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["person", "starts"], name="assessment_by_start")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    income__gte=0, capital__gte=0, housing_costs__gte=0, disability_costs__gte=0
                ),
                name="assessment_not_negative",
            )
        ]


class ChargingArrangement(AppendOnlyRow):
    """How somebody is charged from a Monday: the basis and what holds her charge down.

    `bands` are "up to:charge" in pounds, parted by spaces; the last has no "up to".
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    starts = models.DateField()
    basis = code_field(Basis)
    hourly_rate = models.DecimalField(max_digits=8, decimal_places=4, null=True)
    share = models.DecimalField(max_digits=6, decimal_places=4, null=True)
    bundle_hours = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    bundle_weeks = models.PositiveSmallIntegerField(null=True)
    bands = models.CharField(max_length=400, blank=True)
    local_cap = _money(null=True)
    guarantee = _money(null=True)
    guarantee_until = models.DateField(null=True)
    free_from = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "starts"], name="arrangement_by_start")]
        constraints = [one_of("basis", Basis, "arrangement_basis")]
