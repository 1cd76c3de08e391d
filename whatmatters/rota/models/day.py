"""What was planned for a team's day."""

from django.db import models

from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rota.models.agreed import AgreedVisit
from whatmatters.rota.models.at_work import Shift


class DayAsked(AppendOnlyRow):
    """Somebody asked on a page for a plan of a day: the queue makes it, no page waits for it."""

    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()


class DayUnplanned(AppendOnlyRow):
    """Why a day that was asked for could not be planned: faults as `rules.rota.faults` has them.

    Ids and codes only, as in the day's file: names are looked up for whoever may read them.
    """

    asked = models.OneToOneField(DayAsked, on_delete=models.PROTECT, related_name="unplanned")
    faults = models.JSONField()


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
