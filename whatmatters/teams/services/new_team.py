"""A team to be registered."""

from dataclasses import dataclass

from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Origin
from whatmatters.rules.teams import TeamKind

NAME_LENGTH = 120


class TeamNeedsItsOwner(Refusal):
    """A provider's team names its provider, a neighbourhood team its patch:
    TeamNeedsItsOwner(kind=)."""

    code = "team_needs_its_owner"


@dataclass(frozen=True, slots=True)
class NewTeam:
    """A team with its name in both languages."""

    kind: TeamKind
    name_en: str
    name_cy: str
    organisation_id: int | None = None
    patch_id: int | None = None
    origin: Origin = Origin.REAL
