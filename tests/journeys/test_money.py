"""Pages of money in a browser: a run is released by a second person, a penalty is contested."""

import pytest
from django.urls import reverse

from tests.fixtures.databases import Database
from tests.fixtures.paid import TODAY, Paid, a_paid_case
from tests.journeys.looking import assert_accessible, press, shot
from tests.journeys.signing_in import signed_in
from whatmatters.payments.models import LeftOut, RunLine

pytestmark = [pytest.mark.browser, pytest.mark.both]


@pytest.fixture
def paid(own_database: Database) -> Paid:
    """Two periods paid and one proposed, in a database that the site serves."""
    return a_paid_case()


def test_proposed_by_one_and_released_by_another(paid: Paid, site: str, browser_page) -> None:
    page = signed_in(browser_page, site, paid.case.system, paid.case.finance, TODAY)
    page.goto(site + reverse("run", args=[paid.ids["run_id"]]))
    assert page.get_by_text(
        "You proposed this run, so somebody else has to release it."
    ).is_visible()
    assert_accessible(page)
    page.goto(site + reverse("run_release", args=[paid.ids["run_id"]]))
    assert_accessible(page)
    second = signed_in(browser_page, site, paid.case.system, paid.case.finance_two, TODAY)
    second.goto(site + reverse("run_release", args=[paid.ids["run_id"]]))
    press(second, "Release and pay")
    assert second.title().startswith("Error: ")
    assert second.get_by_role("alert").get_by_text("Propose the period again").is_visible()
    assert_accessible(second)
    shot(second, "run-release-refused-en-gb-1280")


def test_a_statement_opens_and_a_penalty_is_contested(paid: Paid, site: str, browser_page) -> None:
    page = signed_in(browser_page, site, paid.case.system, paid.case.manager, TODAY, "cy", 390)
    page.goto(site + reverse("remittance_list"))
    assert_accessible(page)
    page.goto(site + reverse("remittance", args=[paid.ids["remittance_id"]]))
    page.locator("details summary").first.click()
    page.locator("details[open] table").first.wait_for()
    assert_accessible(page)
    shot(page, "remittance-cy-390")
    page.goto(site + reverse("contest_penalty", args=[paid.ids["finding_id"]]))
    assert_accessible(page)
    press(page, "Herio’r gosb hon")
    assert page.title().startswith("Gwall: ")
    assert_accessible(page)
    shot(page, "contest-error-cy-390")
    page.get_by_label("Pam mae’r gosb hon yn anghywir?").fill("Dywedon ni hynny ym mis Mai.")
    press(page, "Herio’r gosb hon")
    assert page.get_by_text("Delir y gosb").is_visible()
    assert_accessible(page)


def test_the_council_decides_and_lists_runs(paid: Paid, site: str, browser_page) -> None:
    page = signed_in(browser_page, site, paid.case.system, paid.case.commissioner, TODAY)
    for name, args in (("run_list", []), ("contest_decide", [paid.ids["contest_id"]])):
        page.goto(site + reverse(name, args=args))
        assert_accessible(page)
        shot(page, f"{name}-en-gb-1280")
    press(page, "Decide")
    assert page.title().startswith("Error: ")
    assert_accessible(page)


def _leave_one_out(paid: Paid) -> None:
    """A row as a proposal writes it for a judgement beyond the table of bank holidays."""
    line = RunLine.objects.filter(run_id=paid.ids["run_id"]).first()
    LeftOut.objects.create(
        council_id=paid.case.council_id,
        run_id=paid.ids["run_id"],
        agreement_id=line.agreement_id,
        part="judgement",
        code="beyond_holiday_table",
        told='{"day":"2029-01-03","until":"2028-12-31"}',
    )


def test_what_could_not_be_assessed_is_named_on_the_run(
    paid: Paid, site: str, browser_page
) -> None:
    _leave_one_out(paid)
    for language, width, words in (
        ("en-gb", 1280, "1 agreement cannot be assessed"),
        ("cy", 390, "Ni ellir asesu 1 cytundeb"),
    ):
        finance = paid.case.finance_two
        page = signed_in(browser_page, site, paid.case.system, finance, TODAY, language, width)
        page.goto(site + reverse("run", args=[paid.ids["run_id"]]))
        assert page.get_by_role("heading", name=words).is_visible()
        assert_accessible(page)
        shot(page, f"run-left-out-{language}-{width}")


def test_a_penalty_for_dissatisfaction_has_the_same_form(
    paid: Paid, site: str, browser_page
) -> None:
    page = signed_in(browser_page, site, paid.case.system, paid.case.manager, TODAY, "cy", 320)
    page.goto(site + reverse("contest_dissatisfaction", args=[paid.ids["dissatisfied_id"]]))
    assert page.get_by_text("Sut mae’r person yn teimlo am y cymorth").is_visible()
    assert_accessible(page)
    page.get_by_label("Pam mae’r gosb hon yn anghywir?").fill("Diwrnod gwael oedd hwnnw.")
    press(page, "Herio’r gosb hon")
    assert page.title().startswith("Gwall: ")
    assert_accessible(page)
    shot(page, "contest-dissatisfaction-cy-320")
