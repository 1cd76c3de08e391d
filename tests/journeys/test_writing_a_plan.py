"""The pages on which a plan is written, in a browser: filled, empty and with errors."""

from typing import Any

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, a_case, a_contract, a_draft, a_person, moment, outcomes_for
from tests.fixtures.databases import Database
from tests.fixtures.referred import sent_to_the_lead
from tests.journeys.looking import assert_accessible, press, shot
from tests.journeys.signing_in import signed_in
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.browser
ADD = {"en-gb": "Add the line", "cy": "Ychwanegu’r llinell"}
SEEN = (("en-gb", 1280), ("cy", 320), ("cy", 1280), ("en-gb", 320))


def test_pages_of_a_draft_are_accessible(
    own_database: Database, site: str, browser_page: Any
) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    mair, nobody_yet = a_person(case), a_person(case, "Nest Wŷn")
    contract_id = a_contract(case)
    sent_to_the_lead(case, nobody_yet.id)
    outcomes_for(case, nobody_yet.id)
    draft = a_draft(case, mair.id, contract_id)
    write = reverse("plan_write", args=[draft.version_id])
    opened = {
        "write": write,
        "line": f"{write}line-1/",
        "add": f"{write}add-family/",
        "remove": f"{write}remove-1/",
        "outcomes": f"{write}outcomes/",
        "start": reverse("plan_start", args=[nobody_yet.id]),
        "gap": reverse("plan_gap", args=[draft.version_id]),
        "withdraw": reverse("plan_withdraw", args=[draft.version_id]),
        "again": reverse("plan_again", args=[draft.version_id]),
        "version": reverse("plan_version", args=[draft.version_id]),
    }
    for language, width in SEEN:
        page = signed_in(browser_page, site, case.system, case.manager, STARTS, language, width)
        for name, address in opened.items():
            page.goto(site + address)
            shot(page, f"write-{name}-{language}-{width}")
            assert_accessible(page)
        page.goto(f"{site}{write}add-provider/")
        page.get_by_role("button", name=ADD[language]).click()
        page.wait_for_load_state()
        assert page.locator(".govuk-error-summary").is_visible()
        shot(page, f"write-errors-{language}-{width}")
        assert_accessible(page)


def test_a_plan_is_begun_written_and_proposed_without_javascript(
    own_database: Database, site: str, browser_page: Any
) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    mair = a_person(case)
    a_contract(case)
    sent_to_the_lead(case, mair.id)
    outcomes_for(case, mair.id)

    def plain(language: str, width: int) -> Any:
        return browser_page(language, width, script=False)

    page = signed_in(plain, site, case.system, case.manager, STARTS)
    page.goto(f"{site}/people/{mair.id}/")
    page.get_by_role("link", name="Write a plan").click()
    for field, day in (("starts", "20/4"), ("ends", "12/7"), ("review_on", "12/7")):
        for part, value in zip(("day", "month"), day.split("/"), strict=True):
            page.locator(f"#id_{field}-{part}").fill(value)
        page.locator(f"#id_{field}-year").fill("2026")
    press(page, "Begin the draft")
    page.locator("#self").get_by_role("link", name="Add a line").click()
    page.get_by_label("What is done").fill("Stretches, each morning")
    press(page, "Add the line")
    page.locator("#provider").get_by_role("link", name="Add a line").click()
    page.get_by_label("What is done").fill("Walks, further each week")
    page.get_by_label("Hours over the whole plan").fill("40")
    page.get_by_label("Outcome 1").check()
    press(page, "Add the line")
    assert page.get_by_text("40 hours × £22.40 (standard rate) = £896.00").is_visible()
    press(page, "Propose it to the three")
    assert page.get_by_text("The plan is proposed.").is_visible()
