"""A provider's manager writes and costs a plan with the person, from the pages alone."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.browser import Reader, lock_in
from tests.fixtures.case import (
    STARTS,
    Case,
    Somebody,
    a_case,
    a_contract,
    a_draft,
    a_person,
    agreed_by_three,
    an_agreed_plan,
    answer,
    moment,
    outcomes_for,
    propose,
)
from tests.fixtures.referred import sent_to_the_lead
from whatmatters.access.services import mark_installation
from whatmatters.outcomes.models import Gap, Plan, PlanVersion
from whatmatters.outcomes.queries import version_content
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.roles import InstallationKind

DAYS = {
    "starts-day": "20", "starts-month": "4", "starts-year": "2026",
    "ends-day": "12", "ends-month": "7", "ends-year": "2026",
    "review_on-day": "12", "review_on-month": "7", "review_on-year": "2026",
}  # fmt: skip


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case()


@pytest.fixture
def mair(case: Case) -> Somebody:
    return a_person(case, "Mair Rees")


def drafted(case: Case, mair: Somebody) -> tuple[Reader, str]:
    """The manager with a draft that has an outcome and no line yet; the address of its page."""
    contract_id = a_contract(case)
    sent_to_the_lead(case, mair.id)
    outcomes_for(case, mair.id)
    manager = Reader(case.manager)
    begun = manager.send(reverse("plan_start", args=[mair.id]), contract=contract_id, **DAYS)
    return manager, begun.headers["Location"]


def add(manager: Reader, page: str, code: str, **told: object):
    """Add a line through the small form below one kind of doer."""
    opened = manager.text(f"{page}add-{code}/")
    lock = lock_in(opened)
    return manager.send(f"{page}add-{code}/", lock=lock, deliverer=code, **told)


def test_a_whole_plan_is_written_costed_and_proposed(case: Case, mair: Somebody) -> None:
    manager, page = drafted(case, mair)
    add(manager, page, "self", what="I walk to the gate each morning", paid="nobody")
    add(
        manager, page, "family", what="Shopping", deliverer_name="Her daughter",
        limit="Not in term time", paid="nobody",
    )  # fmt: skip
    add(manager, page, "third_sector", what="Lunch club", paid="funded", funded_by="A grant")
    first = version_of(page).outcomes.order_by("id").first()
    add(
        manager, page, "provider", what="Walks", paid="hours", band="standard", hours="42.5",
        serves=[first.outcome_id], critical="on", tolerance_minutes="30",
    )  # fmt: skip
    add(manager, page, "subcontractor", what="Foot care", paid="cost", cost="£54.10")
    text = manager.text(page)
    assert "42.5 hours × £22.40 (standard rate) = £952.00" in text
    assert "Already paid for by A grant, so it is not paid twice." in text
    assert "£54.10 + £952.00 = £1,006.10" in text or "£952.00 + £54.10 = £1,006.10" in text
    assert "£1,006.10 for 84 days" in text
    assert "Must not be missed: at most 30 minutes late" in text
    assert "For: “Outcome 1”" in text
    assert "The limit: Not in term time" in text
    order = [text.index(f'id="{code}"') for code in ("self", "technology", "family", "provider")]
    assert order == sorted(order)
    done = manager.sent(f"{page}propose/", lock=lock_in(text))
    assert "The plan is proposed. It waits for the answers of all three." in done
    version = version_of(page)
    assert (version.state, version.price) == (PlanState.PROPOSED, 100610)


def version_of(page: str) -> PlanVersion:
    """The version that a page's address names."""
    return PlanVersion.objects.get(pk=int(re.findall(r"/plans/(\d+)/", page)[0]))


def test_a_line_is_changed_and_taken_out(case: Case, mair: Somebody) -> None:
    manager, page = drafted(case, mair)
    add(manager, page, "self", what="Stretches", paid="nobody")
    opened = manager.text(f"{page}line-1/")
    assert ">Stretches</textarea>" in opened
    manager.send(
        f"{page}line-1/", lock=lock_in(opened), what="Stretches, in bed", deliverer="self",
        paid="nobody",
    )  # fmt: skip
    assert "Stretches, in bed" in manager.text(page)
    asked = manager.text(f"{page}remove-1/")
    gone = {"lock": lock_in(asked), "what": "Stretches, in bed"}
    for _ in range(2):
        assert manager.send(f"{page}remove-1/", **gone).status_code == 302
    assert not version_of(page).lines.exists()
    late = {"lock": 2, "what": "Typed meanwhile", "deliverer": "self", "paid": "nobody"}
    kept = manager.send(f"{page}line-1/", **late)
    assert kept.status_code == 422
    assert ">Typed meanwhile</textarea>" in kept.content.decode()


def test_a_double_click_adds_one_line(case: Case, mair: Somebody) -> None:
    manager, page = drafted(case, mair)
    told = {"lock": 0, "what": "Stretches", "deliverer": "self", "paid": "nobody"}
    for _ in range(2):
        assert manager.send(f"{page}add-self/", **told).status_code == 302
    assert version_of(page).lines.count() == 1


def test_two_tabs_never_overwrite_each_other_and_keep_what_was_typed(
    case: Case, mair: Somebody
) -> None:
    manager, page = drafted(case, mair)
    told = {"lock": 0, "deliverer": "self", "paid": "nobody"}
    manager.send(f"{page}add-self/", what="One", **told)
    late = manager.send(f"{page}add-self/", what="Two", **told)
    text = late.content.decode()
    assert late.status_code == 422
    assert "Somebody saved this draft after you opened it." in text
    assert ">Two</textarea>" in text
    assert lock_in(text) == "1"
    manager.send(f"{page}add-self/", what="Two", **told | {"lock": 1})
    assert [line.what for line in version_of(page).lines.order_by("position")] == ["One", "Two"]


def test_what_is_missing_is_said_beside_its_field(case: Case, mair: Somebody) -> None:
    manager, page = drafted(case, mair)
    wrong = {
        "Write how many hours, over the whole plan": {"paid": "hours", "band": "standard"},
        "Write what it costs, over the whole plan": {"paid": "cost"},
        "Write who pays for it already": {"paid": "funded"},
        "needs a rate with hours, or a cost": {"paid": "nobody"},
        "Write how late it may be at most": {"paid": "cost", "cost": "1", "critical": "on"},
    }
    for words, told in wrong.items():
        sent = add(manager, page, "provider", what="Walks", **told)
        assert sent.status_code == 422, words
        assert words in sent.content.decode()
        assert 'class="govuk-error-message"' in sent.content.decode(), words
    assert not version_of(page).lines.exists()


def test_days_that_cannot_be_are_refused_beside_their_field(case: Case, mair: Somebody) -> None:
    manager, page = drafted(case, mair)
    sent = manager.send(f"{page}days/", lock=0, **DAYS | {"ends-month": "3"})
    text = sent.content.decode()
    assert sent.status_code == 422
    assert "The plan ends on 12 March 2026, before it starts on 20 April 2026." in text
    assert 'href="#id_ends-day"' in text
    manager.send(f"{page}days/", lock=0, **DAYS | {"ends-day": "5"})
    assert version_of(page).ends.isoformat() == "2026-07-05"


def test_outcomes_are_weighed_and_left_out(case: Case, mair: Somebody) -> None:
    manager, page = drafted(case, mair)
    one, two = version_of(page).outcomes.order_by("id").values_list("outcome_id", flat=True)
    both = {f"in_{one}": "payable", f"in_{two}": "payable"}
    half = manager.send(f"{page}outcomes/", lock=0, **both, **{f"weight_{one}": "60"})
    assert "Give every payable outcome a weight, or none of them." in half.content.decode()
    weights = {f"weight_{one}": "60", f"weight_{two}": "40"}
    manager.send(f"{page}outcomes/", lock=0, **both, **weights)
    assert [str(o.weight) for o in version_of(page).outcomes.order_by("id")] == [
        "0.600000", "0.400000",
    ]  # fmt: skip
    manager.send(f"{page}outcomes/", lock=1, **both | {f"in_{two}": "out"})
    assert version_of(page).outcomes.count() == 1


def test_a_plan_has_no_field_for_visits_times_or_tasks(case: Case, mair: Somebody) -> None:
    manager, page = drafted(case, mair)
    names: set[str] = set()
    opened = [manager.text(f"{page}add-provider/"), manager.text(f"{page}days/")]
    manager.send(page.replace("/write/", "/withdraw/"))
    opened.append(manager.text(reverse("plan_start", args=[mair.id])))
    for text in (page.split("<main")[1] for page in opened):
        names |= set(re.findall(r'<(?:input|textarea|select)[^>]* name="([^"]+)"', text))
    days = {f"{name}-{part}" for name in ("starts", "ends", "review_on")
            for part in ("day", "month", "year")}  # fmt: skip
    assert names - {"csrfmiddlewaretoken", "form_token", "lock", "draft", "do"} == days | {
        "contract", "what", "deliverer", "deliverer_name", "limit", "serves", "paid", "band",
        "hours", "cost", "funded_by", "funded_cost", "critical", "tolerance_minutes",
    }  # fmt: skip
    fields = {field.name for field in PlanVersion.lines.rel.related_model._meta.get_fields()}
    assert not {f for f in fields if re.search("time|visit|task|call|slot|minute", f)} - {
        "tolerance_minutes"
    }


def test_an_amendment_is_answered_by_a_new_version(case: Case, mair: Somebody) -> None:
    draft = a_draft(case, mair.id, a_contract(case))
    propose(case, draft.version_id)
    answer(
        case, mair, draft.version_id, Party.PERSON, Answer.AMENDMENT, words="Llai o oriau, plîs."
    )
    manager = Reader(case.manager)
    assert "/again/" in manager.text(reverse("plan_version", args=[draft.version_id]))
    again = reverse("plan_again", args=[draft.version_id])
    first, second = manager.send(again), manager.send(again)
    page = first.headers["Location"]
    assert second.headers["Location"] == page
    assert "Llai o oriau, plîs." in manager.text(page)
    assert (version_of(page).number, version_of(page).state) == (2, PlanState.DRAFT)
    assert "It came back 1 time before." in manager.text(
        reverse("plan_version", args=[version_of(page).pk])
    )


def test_a_proposal_is_taken_back_and_an_agreed_plan_is_not(case: Case, mair: Somebody) -> None:
    contract_id = a_contract(case)
    sent_to_the_lead(case, mair.id)
    draft = a_draft(case, mair.id, contract_id)
    propose(case, draft.version_id)
    manager, address = Reader(case.manager), reverse("plan_withdraw", args=[draft.version_id])
    for _ in range(2):
        assert "It is taken back." in manager.sent(address)
    text = manager.text(reverse("plan_version", args=[draft.version_id]))
    assert "Taken back by the provider" in text
    assert PlanVersion.objects.get(pk=draft.version_id).state == PlanState.SUPERSEDED
    agreed = an_agreed_plan(case, mair, contract_id)
    refused = manager.send(reverse("plan_withdraw", args=[agreed.version_id]))
    assert refused.status_code == 422
    assert "What three have agreed is not changed." in refused.content.decode()


def test_a_plan_that_follows_starts_from_what_the_earlier_one_says(
    case: Case, mair: Somebody
) -> None:
    contract_id = a_contract(case)
    earlier = an_agreed_plan(case, mair, contract_id)
    manager, start = Reader(case.manager), reverse("plan_start", args=[mair.id])
    assert 'name="starts-day" type="text" value="29"' in manager.text(start)
    later = DAYS | {"starts-month": "7", "ends-month": "9", "review_on-month": "9"}
    begun = manager.send(start, contract=contract_id, start_from="earlier", **later)
    content = version_content([version_of(begun.headers["Location"]).pk])
    (said,) = content.values()
    assert [fact.line.what for fact in said.lines] == [
        "Walks", "Balance", "Lunch club", "Shopping",
    ]  # fmt: skip
    assert said.facts.follows_id == earlier.plan_id
    again = manager.send(start, contract=contract_id, start_from="earlier", **later)
    assert again.headers["Location"] == begun.headers["Location"]
    assert Plan.objects.count() == 2
    propose(case, said.facts.id)
    agreed_by_three(case, mair, said.facts.id, STARTS + timedelta(days=80))
    text = manager.text(reverse("plan_version", args=[said.facts.id]))
    assert "It follows the plan of 6 April to 28 June 2026." in text


def test_a_gap_is_noted_once(case: Case, mair: Somebody) -> None:
    manager, page = drafted(case, mair)
    address = page.replace("/write/", "/gap/")
    told = {
        "what": "A walking group in Welsh",
        "form_token": str(uuid4()),
    }
    for _ in range(2):
        assert manager.client.post(address, told).headers["Location"] == page
    assert Gap.objects.count() == 1
    assert "A walking group in Welsh" in manager.text(page)
    assert "“What is missing?” needs an answer" in manager.send(address).content.decode()


def test_without_an_outcome_the_page_says_what_to_do(case: Case, mair: Somebody) -> None:
    a_contract(case)
    sent_to_the_lead(case, mair.id)
    text = Reader(case.manager).text(reverse("plan_start", args=[mair.id]))
    assert "No outcome has been set yet." in text
