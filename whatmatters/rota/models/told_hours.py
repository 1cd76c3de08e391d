"""When a worker can work, as she or her team last told it: told anew, never edited."""

from django.db import models

from whatmatters.records.tenancy import AppendOnlyRow


class Availability(AppendOnlyRow):
    """Her hours, and the minutes of a week by her contract, from a day on: the newest that has
    begun holds. `rather_not` has a bit for each day of the week, Monday 1."""

    worker = models.ForeignKey("teams.Worker", on_delete=models.PROTECT, related_name="+")
    starts = models.DateField()
    least = models.PositiveSmallIntegerField()
    most = models.PositiveSmallIntegerField(null=True)
    rather_not = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(most__isnull=True) | models.Q(most__gte=models.F("least")),
                name="availability_most_not_below_least",
            ),
        ]


class AvailableHours(AppendOnlyRow):
    """Hours of one day of the week (0 is Monday) in which she can work: minutes of the clock."""

    told = models.ForeignKey(Availability, on_delete=models.PROTECT, related_name="hours")
    day = models.PositiveSmallIntegerField()
    starts = models.PositiveSmallIntegerField()
    ends = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["told", "day", "starts"], name="available_hours_once"),
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts"), day__lte=6),
                name="available_hours_last",
            ),
        ]


class Leave(AppendOnlyRow):
    """She is away from a day to a day, or, told anew, is not away after all: of each day the
    newest that names it counts. No reason is asked."""

    worker = models.ForeignKey("teams.Worker", on_delete=models.PROTECT, related_name="+")
    first = models.DateField()
    last = models.DateField()
    away = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="leave_lasts"
            ),
        ]
