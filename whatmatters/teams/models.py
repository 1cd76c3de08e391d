"""Teams, the people who work in them, and where they work."""

from django.conf import settings
from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import TenantRow
from whatmatters.rules.roles import Origin
from whatmatters.rules.teams import TeamKind


class Team(TenantRow):
    """A provider's own team, or the neighbourhood team of several organisations (R-GW-01)."""

    kind = code_field(TeamKind)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    organisation = models.ForeignKey(
        "access.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    patch = models.ForeignKey("places.Patch", null=True, on_delete=models.PROTECT, related_name="+")
    origin = code_field(Origin, default=Origin.REAL)

    class Meta:
        constraints = [
            one_of("kind", TeamKind, "team_kind"),
            models.UniqueConstraint(
                fields=["council", "organisation", "name_en"], name="team_once"
            ),
            models.UniqueConstraint(
                fields=["council", "name_en"],
                condition=models.Q(organisation__isnull=True),
                name="team_of_no_organisation_once",
            ),
        ]


class Worker(TenantRow):
    """Someone who works for an organisation; `user` is set once they sign in."""

    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=200)
    job = models.CharField(max_length=80)
    speaks_welsh = models.BooleanField(default=False)
    origin = code_field(Origin, default=Origin.REAL)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=models.Q(user__isnull=False),
                name="worker_of_one_account",
            )
        ]


class TeamMember(TenantRow):
    """One worker in one team, from a day to a day."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="members")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="teams")
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "worker", "starts"], name="team_member_once")
        ]
