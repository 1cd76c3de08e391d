"""What a team says of its workers, and who is at work on which day."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.rules.rota.day_file import Mode


class WorkerAbility(AppendOnlyRow):
    """What a worker can do and how she goes, as her team last said: the newest is in use."""

    worker = models.ForeignKey("teams.Worker", on_delete=models.PROTECT, related_name="+")
    mode = code_field(Mode)
    moving = models.BooleanField(default=False)
    medicines = models.BooleanField(default=False)

    class Meta:
        constraints = [one_of("mode", Mode, "worker_ability_mode")]


class Shift(WrittenRow):
    """Somebody at work on a day, in minutes of the clock; one that was wrong is struck out."""

    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey("teams.Worker", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    starts = models.PositiveSmallIntegerField()
    ends = models.PositiveSmallIntegerField()
    struck_at = models.DateTimeField(null=True)
    struck_by = models.ForeignKey(
        "access.User", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="shift_lasts"
            ),
            models.CheckConstraint(
                condition=models.Q(struck_at__isnull=True, struck_by__isnull=True)
                | models.Q(struck_at__isnull=False, struck_by__isnull=False),
                name="shift_struck_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["council", "team", "on"], name="shift_by_day")]
