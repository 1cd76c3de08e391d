"""Shifts that were rostered and worked under a contract that pays whole shifts (R-LE-05)."""

from django.db import models
from django.db.models import F
from django.db.models.lookups import LessThanOrEqual

from whatmatters.records.tenancy import AppendOnlyRow


class WorkedShift(AppendOnlyRow):
    """One shift of one tier as it was told; its last revision holds.

    `reference` is the provider's own name of it, by which a file brings it again; `shift` is its
    number in the contract, which names it in the ledger. Each of `staff` workers is paid for
    `length` minutes; `social`, `health` and `travel` are minutes of all of them together. A shift
    that was not worked after all is told again with a length of 0: it is paid nothing, and what was
    told before stays.
    """

    contract = models.ForeignKey(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    shift = models.PositiveIntegerField()
    revision = models.PositiveIntegerField()
    reference = models.CharField(max_length=40)
    on = models.DateField()
    tier = models.CharField(max_length=40)
    staff = models.PositiveIntegerField()
    length = models.PositiveIntegerField()
    social = models.PositiveIntegerField()
    health = models.PositiveIntegerField()
    travel = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "shift", "revision"], name="worked_shift_once"
            ),
            models.UniqueConstraint(
                fields=["contract", "reference", "revision"], name="worked_shift_named_once"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(
                    F("social") + F("health") + F("travel"), F("staff") * F("length")
                ),
                name="worked_shift_within_its_minutes",
            ),
        ]
        indexes = [models.Index(fields=["contract", "on"], name="worked_shift_by_day")]
