"""Registering teams: a provider's own, or a neighbourhood's of several organisations (R-GW-01)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.places.queries import patches
from whatmatters.rules.refusals import Absent
from whatmatters.rules.teams import TeamKind
from whatmatters.rules.words import words
from whatmatters.teams.models import Team
from whatmatters.teams.services.new_team import NAME_LENGTH, NewTeam, TeamNeedsItsOwner


@transaction.atomic
def register_teams(*, by: Actor, at: datetime, teams: Sequence[NewTeam]) -> list[int]:
    """Register teams; ids in the order given. Raises TeamNeedsItsOwner or Absent (patch)."""
    _check_patches(by.council_id, teams)
    rows = Team.objects.bulk_create([_row(by, team) for team in teams])
    events = [Audited("team.registered", "team", row.pk) for row in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


def _row(by: Actor, team: NewTeam) -> Team:
    owner = team.organisation_id if team.kind is TeamKind.PROVIDER else team.patch_id
    if owner is None:
        raise TeamNeedsItsOwner(kind=str(team.kind))
    return Team(
        council_id=by.council_id,
        kind=team.kind,
        name_en=words("name_en", team.name_en, longest=NAME_LENGTH),
        name_cy=words("name_cy", team.name_cy, longest=NAME_LENGTH),
        organisation_id=team.organisation_id,
        patch_id=team.patch_id,
        origin=team.origin,
    )


def _check_patches(council_id: int, teams: Sequence[NewTeam]) -> None:
    named = {team.patch_id for team in teams if team.patch_id is not None}
    if not named:
        return
    for missing in sorted(named - {patch.id for patch in patches(council_id)}):
        raise Absent(what="patch", id=missing)
