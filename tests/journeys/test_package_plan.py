"""A timetable becomes a plan: begun by the provider, read beside the package by the person."""

import pytest
from django.urls import reverse

from tests.delivery.test_packages import taken_on
from tests.fixtures.case import STARTS, a_case, a_contract, moment
from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, press, shot
from tests.journeys.signing_in import signed_in
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.browser


def test_a_timetable_becomes_a_plan(own_database: Database, site: str, browser_page) -> None:
    case = a_case()
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    _, mair = taken_on(case, tasks="Wash and dress; breakfast; tablets")
    a_contract(case)
    address = site + reverse("package_plan", args=[mair.id])
    page = signed_in(browser_page, site, case.system, case.manager, STARTS)
    page.goto(address)
    assert_accessible(page)
    press(page, "Begin the plan")
    assert page.title().startswith("Error: ")
    assert_accessible(page)
    shot(page, "package-plan-error-en-gb-1280")
    page.get_by_label("tablets").check()
    page.get_by_label("Within how many minutes").fill("30")
    for part, typed in (("day", "4"), ("month", "5"), ("year", "2026")):
        page.locator(f"#id_starts-{part}").fill(typed)
    page.get_by_label("For how many weeks").fill("12")
    press(page, "Begin the plan")
    assert page.get_by_text("Must not be missed: within 30 minutes").is_visible()
    assert_accessible(page)
    shot(page, "package-plan-en-gb-1280")
    hers = signed_in(browser_page, site, case.system, mair.actor, STARTS, "cy", 320)
    hers.goto(address)
    assert hers.get_by_text("Rhaid peidio â’i golli").is_visible()
    assert_accessible(hers)
    shot(hers, "package-plan-cy-320")
