"""Which shifts a team needs in a week, as it last told: told anew, never edited."""

from django.db import models

from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rota.models.agreed import ON_A_DAY


class NeededShift(AppendOnlyRow):
    """One shift of a team's week from a day on; its number stays, the newest that has begun holds.

    Nobody wanted (`workers` 0): it is needed no more. Times are minutes of the clock.
    """

    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    holds_from = models.DateField()
    days = models.PositiveSmallIntegerField()
    starts = models.PositiveSmallIntegerField()
    ends = models.PositiveSmallIntegerField()
    break_minutes = models.PositiveSmallIntegerField(default=0)
    workers = models.PositiveSmallIntegerField()
    moving = models.BooleanField(default=False)
    medicines = models.BooleanField(default=False)
    in_welsh = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=ON_A_DAY, name="needed_shift_on_a_day"),
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts") + models.F("break_minutes")),
                name="needed_shift_lasts",
            ),
        ]
        indexes = [models.Index(fields=["council", "team"], name="needed_shift_by_team")]
