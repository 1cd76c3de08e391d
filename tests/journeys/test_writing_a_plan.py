"""The pages on which a plan is written, in a browser: filled, empty and with errors."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, a_case, a_contract, a_draft, a_person, moment, outcomes_for
from tests.fixtures.databases import Database
from tests.fixtures.referred import sent_to_the_lead
from tests.journeys.looking import assert_accessible, shot
from tests.journeys.signing_in import signed_in
from tests.journeys.walking import SEEN as WALKED
from tests.journeys.walking import walks
from whatmatters.access.services import mark_installation
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries import version_facts
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.browser
ADD = {"en-gb": "Add the line", "cy": "Ychwanegu’r llinell"}
ENDS = date(2026, 7, 12)
SEEN = (("en-gb", 1280), ("cy", 320))


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


def test_the_manager_writes_a_plan_and_proposes_it(
    own_database: Database, site: str, browser_page: Any
) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    a_contract(case)
    walk = walks(browser_page, site, case.system, STARTS)
    for language, width in WALKED:
        her = a_person(case, f"Mair {language}")
        sent_to_the_lead(case, her.id)
        first, _second = outcomes_for(case, her.id)
        beth = walk(case.manager, language, width, "provider_manager")
        beth.follow("person_list")
        beth.follow("record", her.id)
        beth.follow("plan_start", her.id)
        days = (("starts", date(2026, 4, 20)), ("ends", ENDS), ("review_on", ENDS))
        for field, day in days:
            beth.on(day, field)
        beth.send()
        made = PlanVersion.objects.get(plan__person_id=her.id).pk
        beth.follow("plan_part", made, "add-self", after="#page-form")
        beth.say(what="Stretches, each morning")
        beth.send()
        beth.follow("plan_part", made, "add-provider", after="#page-form")
        beth.say(what="Walks, further each week", hours="40", serves=str(first))
        beth.send()
        beth.reads("40 hours × £22.40 (standard rate) = £896.00", "£896.00")
        beth.send(f'main form[action="{reverse("plan_part", args=[made, "propose"])}"] button')
        beth.reads("The plan is proposed.", "Mae’r cynllun wedi’i gynnig.")
        assert version_facts([made])[made].state is PlanState.PROPOSED
