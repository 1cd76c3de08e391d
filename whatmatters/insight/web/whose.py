"""Whose figures a page shows, in words, and the ways to the other depths."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from whatmatters.access.queries import may_in_council
from whatmatters.access.queries.bodies import provider_of_council
from whatmatters.access.web import Asked
from whatmatters.insight.queries.scopes import Scope
from whatmatters.places.queries import council
from whatmatters.rules.measures.register import Depth, Measure
from whatmatters.rules.permissions import Action, relationships_for
from whatmatters.teams.queries import TeamFacts

Tab = tuple[str, str, bool]


def in_language(english: str, welsh: str) -> str:
    """The name in the language that is being read; the English one where there is no other."""
    return (welsh if (get_language() or "").startswith("cy") else "") or english


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose figures, and the council on whose map they lie: its code and its English name."""

    name: str
    council_code: str
    council_name: str


def whose_provider(council_id: int, provider_id: int) -> Whose | None:
    """A provider, in one query; None where the council has no such provider."""
    body = provider_of_council(council_id, provider_id)
    if body is None:
        return None
    called = in_language(body.name_en, body.name_cy)
    return Whose(called, body.council_code, body.council_name_en)


def whose(request: Asked, scope: Scope, name: str = "") -> Whose:
    """The council, the team or person called `name`, or the reader (one query)."""
    where = council(request.actor.council_id)
    code, english = (where.code, where.name_en) if where else ("", "")
    if scope.depth is Depth.WORKER:
        name = request.actor.name
    elif not name and where:
        name = in_language(english, where.name_cy)
    return Whose(name, code, english)


def team_name(team: TeamFacts) -> str:
    """A team's name in the reader's language."""
    return in_language(team.name_en, team.name_cy)


def tabs(request: Asked, depth: Depth) -> list[Tab]:
    """The depths that this reader may open: words, address, whether it is the one shown."""
    own = depth is Depth.PROVIDER and not may_open(request, Action.SEE_RUNS)
    found: list[Tab] = []
    if may_open(request, Action.SEE_DASHBOARD):
        words = _("Our organisation") if own else _("Department")
        found.append((words, reverse("dashboard"), own or depth is Depth.DEPARTMENT))
    if may_open(request, Action.SEE_PROVIDER_FIGURES) and not own:
        found.append((_("Providers"), reverse("dashboard_providers"), depth is Depth.PROVIDER))
    if may_open(request, Action.SEE_TEAM_FIGURES):
        found.append((_("Teams"), reverse("dashboard_teams"), depth is Depth.TEAM))
    if may_open(request, Action.SEE_OWN_FIGURES):
        found.append((_("My own"), reverse("dashboard_mine"), depth is Depth.WORKER))
    return found


def may_open(request: Asked, action: Action) -> bool:
    """Whether the reader may do something that is not about one person."""
    return may_in_council(request.actor, action)


def case_addresses(request: Asked, scope: Scope, measures: Iterable[Measure]) -> dict[str, str]:
    """Where each figure opens to the cases behind it; nowhere for those who can see no case."""
    if scope.depth is Depth.DEPARTMENT and not may_open(request, Action.SEE_CASES_BEHIND):
        return {}
    roles = request.actor.roles
    return {
        one.key: case_address(scope, one.key)
        for one in measures
        if relationships_for(roles, one.needs)
    }


def case_address(scope: Scope, key: str) -> str:
    """The page of the people behind one figure of a scope."""
    if scope.depth is Depth.PROVIDER:
        return reverse("dashboard_provider_cases", args=[scope.id, key])
    if scope.depth is Depth.TEAM:
        return reverse("dashboard_team_cases", args=[scope.id, key])
    if scope.depth is Depth.WORKER:
        return reverse("dashboard_mine_cases", args=[key])
    return reverse("dashboard_cases", args=[key])
