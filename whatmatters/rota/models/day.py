"""A team's day: who is at work, what was planned, and apart from it what people were told."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.rota.models.agreed import AgreedVisit
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


class DayAsked(AppendOnlyRow):
    """Somebody asked on a page for a plan of a day: the queue makes it, no page waits for it."""

    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()


class DayPlan(AppendOnlyRow):
    """A plan of a team's day that the checker passed; the newest is the one in use."""

    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["council", "team", "on"], name="day_plan_by_day")]


class DayVisit(AppendOnlyRow):
    """A visit of the day as it was planned: its window, and whether a limit was already passed.

    Without stops nobody makes it; `why_not` says so where no plan could.
    """

    plan = models.ForeignKey(DayPlan, on_delete=models.PROTECT, related_name="visits")
    visit = models.ForeignKey(AgreedVisit, on_delete=models.PROTECT, related_name="+")
    earliest = models.PositiveSmallIntegerField()
    latest = models.PositiveSmallIntegerField()
    late = models.PositiveSmallIntegerField(default=0)
    nobody_can = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "visit"], name="day_visit_once"),
        ]


class DayStop(AppendOnlyRow):
    """One worker at one visit of a planned day, in minutes of the clock."""

    day_visit = models.ForeignKey(DayVisit, on_delete=models.PROTECT, related_name="stops")
    shift = models.ForeignKey(Shift, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day_visit", "shift"], name="day_stop_once"),
        ]


class ToldVisit(AppendOnlyRow):
    """What a person was told of a visit of one day: the newest counts, whatever is planned."""

    visit = models.ForeignKey(AgreedVisit, on_delete=models.PROTECT, related_name="told")
    on = models.DateField()
    start = models.PositiveSmallIntegerField()
    worker = models.ForeignKey(
        "teams.Worker", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["council", "on"], name="told_visit_by_day")]
