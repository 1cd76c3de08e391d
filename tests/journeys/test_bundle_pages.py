"""The pages of a bundle, looked at filled and with errors, narrow and wide, in both languages."""

from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from tests.fixtures.bundled import a_bundle, delivered
from tests.fixtures.case import Case, a_case, a_person, moment
from tests.fixtures.databases import Database
from tests.fixtures.money import ANCHOR
from tests.journeys.looking import assert_accessible, press, shot
from tests.journeys.signing_in import signed_in
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.browser
TODAY = date(2026, 4, 19)  # a Sunday: the whole week can be recorded


@pytest.fixture
def case(own_database: Database) -> Case:
    made = a_case()
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return made


def begun(case: Case) -> tuple[int, int]:
    """Somebody with a bundle that has run for eight days: her id, and the bundle's."""
    mair = a_person(case, "Mair Rees")
    bundle = a_bundle(case, mair)
    delivered(case, bundle, ANCHOR, 60, days=8)
    return mair.id, bundle


def test_a_provider_records_a_week_and_brings_a_file(
    case: Case, site: str, browser_page, tmp_path: Path
) -> None:
    mair, bundle = begun(case)
    week = site + reverse("bundle_days", args=[mair, "2026-04-13"])
    team = signed_in(browser_page, site, case.system, case.manager, TODAY, "cy", 320)
    for address, name in ((week, "days"), (site + reverse("bundle_days_file"), "file")):
        team.goto(address)
        assert_accessible(team)
        shot(team, f"bundle-{name}-cy-320")
    team = signed_in(browser_page, site, case.system, case.manager, TODAY)
    team.goto(week)
    team.get_by_label("Tuesday 14 April").fill("1500")
    press(team, "Record the days")
    assert_accessible(team)
    shot(team, "bundle-days-error-en-gb-1280")
    team.get_by_label("Tuesday 14 April").fill("150")
    press(team, "Record the days")
    assert team.get_by_text("The days are recorded.").is_visible()
    shot(team, "bundle-days-en-gb-1280")
    team.goto(site + reverse("bundle_days_file"))
    held = tmp_path / "days.csv"
    held.write_text(f"bundle,date,minutes\n{bundle},2026-04-30,60\n{bundle},2026-04-15,x\n")
    team.locator("#id_days").set_input_files(held)
    press(team, "Record the file")
    assert team.get_by_text("a day that has come").is_visible()
    assert_accessible(team)
    shot(team, "bundle-file-problems-en-gb-1280")


def test_the_council_signs_agrees_more_and_ends(case: Case, site: str, browser_page) -> None:
    mair, _bundle = begun(case)
    officer = signed_in(browser_page, site, case.system, case.social_worker, TODAY, "cy", 320)
    for page in ("bundle_agree", "bundle_over", "bundle_end"):
        officer.goto(site + reverse(page, args=[mair]))
        assert_accessible(officer)
        shot(officer, f"{page.replace('_', '-')}-cy-320")
    officer = signed_in(browser_page, site, case.system, case.social_worker, TODAY)
    for page, send in (
        ("bundle_agree", "Sign the bundle"),
        ("bundle_over", "Agree the minutes"),
        ("bundle_end", "End the bundle"),
    ):
        officer.goto(site + reverse(page, args=[mair]))
        press(officer, send)
        assert officer.title().startswith("Error: ")
        assert_accessible(officer)
        shot(officer, f"{page.replace('_', '-')}-error-en-gb-1280")
