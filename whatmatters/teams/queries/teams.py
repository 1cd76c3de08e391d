"""Teams of a council and of a patch."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from whatmatters.rules.roles import Origin
from whatmatters.rules.teams import TeamKind
from whatmatters.teams.models import Team, TeamMember


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """A team; `organisation_id` for a provider's own, `patch_id` where it has a patch."""

    id: int
    kind: TeamKind
    name_en: str
    name_cy: str
    organisation_id: int | None
    patch_id: int | None
    origin: Origin


def teams(council_id: int) -> tuple[TeamFacts, ...]:
    """All teams of a council, by English name."""
    return _facts(Team.objects.of(council_id))


def teams_of_patch(council_id: int, patch_id: int) -> tuple[TeamFacts, ...]:
    """The teams that serve one patch."""
    return _facts(Team.objects.of(council_id).filter(patch_id=patch_id))


def team(council_id: int, team_id: int) -> TeamFacts | None:
    """One team; None where the council has no such team."""
    return next(iter(_facts(Team.objects.of(council_id).filter(pk=team_id))), None)


def teams_of_user(
    council_id: int, user_id: int, on: date, *, organisation_id: int | None = None
) -> tuple[TeamFacts, ...]:
    """The teams in which a user works on a day, and all of an organisation's own where one is
    given (one query)."""
    held = TeamMember.objects.of(council_id).filter(
        Q(ends__isnull=True) | Q(ends__gte=on), starts__lte=on, worker__user_id=user_id
    )
    wanted = Q(pk__in=held.values("team_id"))
    if organisation_id is not None:
        wanted |= Q(organisation_id=organisation_id)
    return _facts(Team.objects.of(council_id).filter(wanted))


def _facts(rows: "QuerySet[Team]") -> tuple[TeamFacts, ...]:
    return tuple(
        TeamFacts(
            row.pk,
            TeamKind(row.kind),
            row.name_en,
            row.name_cy,
            row.organisation_id,
            row.patch_id,
            Origin(row.origin),
        )
        for row in rows.order_by("name_en", "id")
    )
