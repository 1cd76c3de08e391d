"""A roster of a team's week: asked for, made and judged, or not; and accepted, once."""

from django.db import models

from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rota.models.needed import NeededShift


class RosterAsked(AppendOnlyRow):
    """Somebody asked on a page for a roster of a week: the queue makes it, no page waits for it."""

    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="+")
    monday = models.DateField()


class RosterUnmade(AppendOnlyRow):
    """Why no roster could be made of a week: faults as `rules.rota.faults` has them, ids and codes
    only: names are looked up for whoever may read them."""

    asked = models.OneToOneField(RosterAsked, on_delete=models.PROTECT, related_name="unmade")
    faults = models.JSONField()


class WeekRoster(AppendOnlyRow):
    """A roster that the checker passed, with what it said: the newest of a week counts.

    `judged` holds ids, codes and figures: `tiers` with what is `proven`, `why` nobody has a place,
    and who stands `aside`.
    """

    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="+")
    monday = models.DateField()
    judged = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["council", "team", "monday"], name="week_roster_by_week")]


class RosterPlace(AppendOnlyRow):
    """One place on a needed shift of a day, and who has it; null: nobody."""

    roster = models.ForeignKey(WeekRoster, on_delete=models.PROTECT, related_name="places")
    needed = models.ForeignKey(NeededShift, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    part = models.PositiveSmallIntegerField()
    worker = models.ForeignKey(
        "teams.Worker", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["roster", "needed", "on", "part"], name="roster_place_once"
            ),
        ]


class RosterAccepted(AppendOnlyRow):
    """Somebody of the team accepted it: its places are the team's shifts."""

    roster = models.OneToOneField(WeekRoster, on_delete=models.PROTECT, related_name="accepted")
