"""The figures at five depths in a browser: filled, empty, and with a filter that is none."""

import pytest
from django.urls import reverse

from tests.fixtures.case import Case, a_case, a_contract, moment
from tests.fixtures.databases import Database
from tests.fixtures.figured import a_team
from tests.insight.test_dashboard_figures import ON, reviewed
from tests.journeys.looking import assert_accessible, shot
from tests.journeys.signing_in import signed_in
from whatmatters.access.services import mark_installation
from whatmatters.people.models import Person
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.browser


def addresses(case: Case, team_id: int, person_id: int | None) -> dict[str, list[str]]:
    """The addresses that each reader opens."""
    one = [reverse("dashboard_case", args=[person_id])] if person_id else []
    return {
        "commissioner": [
            reverse("dashboard"),
            reverse("dashboard") + "?figures=none",
            reverse("dashboard_providers"),
            reverse("dashboard_provider", args=[case.provider_id]),
            reverse("dashboard_cases", args=["outcomes_achieved"]),
            reverse("dashboard_method"),
            *one,
        ],
        "team_member": [
            reverse("dashboard_mine"),
            reverse("dashboard_teams"),
            reverse("dashboard_team", args=[team_id]),
            reverse("dashboard_mine_cases", args=["outcomes_achieved"]),
        ],
    }


def look(case: Case, site: str, browser_page, found: dict[str, list[str]], name: str) -> None:
    """Every page at both widths, each in another language."""
    for language, width in (("en-gb", 1280), ("cy", 320)):
        for who, pages in found.items():
            actor = getattr(case, who)
            page = signed_in(browser_page, site, case.system, actor, ON, language, width)
            for number, address in enumerate(pages):
                page.goto(site + address)
                assert_accessible(page)
                shot(page, f"figures-{name}-{who}-{number}-{language}-{width}")


def test_filled(own_database: Database, site: str, browser_page) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(ON), as_of=ON)
    case = a_case()
    contract_id = a_contract(case, "A/1")
    for number in range(8):
        reviewed(case, contract_id, f"Person {number}", (10, 4))
    people = list(Person.objects.values_list("pk", flat=True))
    found = addresses(case, a_team(case, *people), people[0])
    look(case, site, browser_page, found, "filled")
