"""The bank of a bundle, looked at filled, with an error and after a draw; both languages."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.fixtures.bundled import a_bundle, delivered, given
from tests.fixtures.case import a_case, a_person, moment
from tests.fixtures.databases import Database
from tests.fixtures.money import ANCHOR
from tests.journeys.looking import assert_accessible, press, shot
from tests.journeys.signing_in import signed_in
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.browser
TODAY = date(2026, 10, 5)


def test_she_draws_from_her_bank(own_database: Database, site: str, browser_page) -> None:
    case = a_case()
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    mair = a_person(case)
    bundle = a_bundle(case, mair)
    delivered(case, bundle, ANCHOR, 60, days=182)
    given(case, bundle, TODAY - timedelta(days=1), 300)
    address = site + reverse("bank", args=[mair.id])
    hers = signed_in(browser_page, site, case.system, mair.actor, TODAY, "cy", 320)
    hers.goto(address)
    assert hers.get_by_text("Efallai y byddai bwndel llai yn gweddu’n well").is_visible()
    assert_accessible(hers)
    shot(hers, "bank-cy-320")
    for name in ("bank_correct", "bundle_offer"):
        hers.goto(site + reverse(name, args=[mair.id]))
        assert_accessible(hers)
        shot(hers, f"{name.replace('_', '-')}-cy-320")
    page = signed_in(browser_page, site, case.system, case.manager, TODAY)
    page.goto(site + reverse("bank_correct", args=[mair.id]))
    press(page, "Put it right")
    assert_accessible(page)
    shot(page, "bank-correct-error-en-gb-1280")
    page.goto(address)
    press(page, "Move the minutes")
    assert page.title().startswith("Error: ")
    assert_accessible(page)
    shot(page, "bank-error-en-gb-1280")
    page.get_by_label("Draw minutes from the bank").check()
    page.get_by_label("How many minutes").fill("120")
    page.get_by_label("What is it for?").fill("The chapel tea")
    page.get_by_label("They said so to me themselves").check()
    press(page, "Move the minutes")
    assert page.get_by_text("The chapel tea").is_visible()
    assert_accessible(page)
    shot(page, "bank-en-gb-1280")
