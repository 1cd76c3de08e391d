"""The first page, by role: the most important thing first, in words."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.web import Asked, permitted_council
from whatmatters.home.web import home_council, home_family, home_outside, home_own
from whatmatters.home.web.home_parts import FirstPage
from whatmatters.insight.web.views import dashboard_context
from whatmatters.rules.permission_sets import READS_SHARED
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import Role

OWN = frozenset({Role.PERSON, Role.FAMILY})
PAGES: dict[Role, Callable[[Asked], FirstPage]] = {
    Role.PERSON: home_own.person,
    Role.SOCIAL_WORKER: home_council.social_worker,
    Role.PROVIDER_MANAGER: home_own.provider_manager,
    Role.FINANCE_OFFICER: home_council.finance_officer,
    Role.BROKER: home_council.broker,
    Role.TEAM_MEMBER: home_own.team_member,
    Role.CARE_WORKER: home_own.care_worker,
    Role.ADMINISTRATOR: home_council.administrator,
    Role.FAMILY: home_family.family,
    **dict.fromkeys(READS_SHARED, home_outside.reader),
}
# Whoever has a page of their own beside one of these roles begins there: figures are in the menu.
ALSO_ELSEWHERE = frozenset(Role) - {Role.COMMISSIONER, Role.SCRUTINY}
FIGURES_FIRST = frozenset(
    {
        Role.COMMISSIONER,
        Role.SCRUTINY,
        Role.REGULATOR,
        Role.PLANNER,
        Role.EVALUATOR,
        Role.COORDINATOR,
        Role.HEALTH_COMMISSIONER,
    }
)


@permitted_council(Action.OPEN_HOME)
def home(request: Asked) -> HttpResponse:
    """What somebody sees first. With several roles, the pages stand one under another."""
    roles = request.actor.roles
    if roles & FIGURES_FIRST and not (roles & PAGES.keys() and roles <= ALSO_ELSEWHERE):
        return render(request, "insight/dashboard.html", _figures(request))
    left = {Role.CARE_WORKER} if Role.TEAM_MEMBER in roles else set()
    made = dict.fromkeys(page for role, page in PAGES.items() if role in roles - left)
    pages = [page(request) for page in made]
    sections = [section for page in pages for section in page.sections]
    base = "frontend/base_person.html" if roles <= OWN else "frontend/base.html"
    days = [day for page in pages for day in page.days]
    context = {"page": pages[0], "days": days, "sections": sections, "base": base}
    return render(request, "home/home.html", context)


def _figures(request: Asked) -> dict[str, object]:
    """The dashboard, and for a commissioner what waits for a decision above it."""
    decides = Role.COMMISSIONER in request.actor.roles
    decisions = home_council.commissioner_decisions(request) if decides else ()
    above = "home/decisions.html" if decisions else ""
    return dashboard_context(request) | {"decisions": decisions, "above": above}
