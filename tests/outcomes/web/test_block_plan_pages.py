"""Pages of a plan in a patch that is paid as a block: no £0.00 reads as free care, in either
language, and whoever may not see money is told nothing of it."""

from dataclasses import dataclass, replace

import pytest
from django.urls import reverse
from django.utils.html import escape

from tests.fixtures.blocked import a_block, a_block_content, contract_of
from tests.fixtures.browser import Reader, lock_in
from tests.fixtures.case import (
    STARTS,
    Case,
    Somebody,
    a_case,
    a_contract,
    a_draft,
    a_person,
    an_actor,
    an_agreed_plan,
    moment,
    outcomes_for,
)
from tests.fixtures.referred import sent_to_the_lead
from whatmatters.access.services import mark_installation
from whatmatters.outcomes.services import Drafted, redraft
from whatmatters.people.services import NewAssignment, assign_workers
from whatmatters.rules.plans import PlanContent
from whatmatters.rules.roles import InstallationKind, Role

pytestmark = pytest.mark.once
DAYS = {
    "starts-day": "20", "starts-month": "4", "starts-year": "2026",
    "ends-day": "12", "ends-month": "7", "ends-year": "2026",
    "review_on-day": "12", "review_on-month": "7", "review_on-year": "2026",
}  # fmt: skip
SAID = {
    "en-gb": ("paid as a block: the team is paid for the whole patch", "in the block"),
    "cy": ("wedi’i dalu fel bloc: telir y tîm am yr ardal leol gyfan", "yn y bloc"),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """Mair's plan under the block in force, the next version in writing, Eira's in writing."""

    case: Case
    mair: Somebody
    eira: Somebody
    contract_id: int
    plan: Drafted
    next: Drafted
    draft: Drafted


def unfunded(outcomes: list[int]) -> PlanContent:
    """The team's line and her daughter's: nothing here is £0.00 by right."""
    said = a_block_content(outcomes)
    return replace(said, lines=(said.lines[0], said.lines[2]))


@pytest.fixture
def seen(db: None) -> Seen:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    a_contract(case)
    contract = contract_of(case, a_block(case))
    mair, eira = a_person(case), a_person(case, "Eira Pugh")
    outcomes = outcomes_for(case, mair.id)
    plan = an_agreed_plan(case, mair, contract, unfunded(outcomes))
    again = redraft(by=case.manager, at=moment(STARTS), on=STARTS, version_id=plan.version_id)
    draft = a_draft(case, eira.id, contract, unfunded(outcomes_for(case, eira.id)))
    return Seen(case, mair, eira, contract, plan, again, draft)


def addresses(seen: Seen) -> list[str]:
    """Every page on which the price of Mair's plan would stand."""
    now, following = seen.plan.version_id, seen.next.version_id
    return [
        reverse("plan_version", args=[now]),
        reverse("plan_compare", args=[now, following]),
        reverse("plan_write", args=[following]),
        reverse("record", args=[seen.mair.id]),
    ]


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_no_page_says_that_it_costs_nothing(seen: Seen, language: str) -> None:
    manager = Reader(seen.case.manager, language)
    for address in addresses(seen):
        text = manager.text(address)
        assert escape(SAID[language][0]) in text, address
        assert escape(SAID[language][1]) in text, address
        assert "£0.00" not in text, address
    worker = Reader(seen.case.social_worker, language)
    urgent = worker.text(reverse("urgent_start", args=[seen.draft.version_id]))
    routes = worker.text(reverse("plan_routes", args=[seen.plan.version_id]))
    assert escape(SAID[language][0]) in urgent
    assert "£0.00" not in urgent + routes
    assert "<form method" not in routes.split("<main", 1)[1].split("</main>")[0]


def test_a_care_worker_reads_the_plan_and_nothing_of_money(seen: Seen) -> None:
    case = seen.case
    carer = an_actor(case.system, Role.CARE_WORKER, case.provider_id, "Elin Wyn")
    given = [NewAssignment(seen.mair.id, carer.user_id, STARTS)]
    assign_workers(by=case.manager, at=moment(STARTS), assignments=given)
    reader = Reader(carer)
    for address in addresses(seen)[:2]:
        text = reader.text(address)
        assert "Walks" in text
        for said in SAID["en-gb"]:
            assert said not in text
    paper = Reader(seen.mair.actor).text(reverse("plan_print", args=[seen.plan.version_id]))
    assert "Walks" in paper
    assert SAID["cy"][0] not in paper


def test_a_plan_under_the_block_is_begun_and_written_from_pages(seen: Seen) -> None:
    somebody = a_person(seen.case, "Nest Wyn")
    outcomes_for(seen.case, somebody.id)
    sent_to_the_lead(seen.case, somebody.id)
    manager = Reader(seen.case.manager)
    start = reverse("plan_start", args=[somebody.id])
    assert "Paid as a block: the team is paid for the whole patch" in manager.text(start)
    page = manager.send(start, contract=seen.contract_id, **DAYS).headers["Location"]
    assert "it can be paid by" not in manager.text(f"{page}outcomes/")
    form = manager.text(f"{page}add-provider/")
    assert "Yes, by the team that is paid for the whole patch" in form
    assert "Yes, at an agreed cost" not in form
    told = {"deliverer": "provider", "paid": "hours", "band": "standard", "hours": "12"}
    sent = manager.send(f"{page}add-provider/", lock=lock_in(form), what="Cook together", **told)
    assert sent.status_code == 302
    assert "12 hours planned" in manager.text(page)
