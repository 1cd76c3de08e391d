"""Teams of a council and of a patch."""

from dataclasses import dataclass

from django.db.models import QuerySet

from whatmatters.rules.roles import Origin
from whatmatters.rules.teams import TeamKind
from whatmatters.teams.models import Team


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
