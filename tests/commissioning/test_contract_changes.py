"""A contract that runs: other terms from a day, its lead of a patch, its last day."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_case, a_contract, a_person, an_agreed_plan, moment
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.models import AuditEvent
from whatmatters.access.services import mark_installation
from whatmatters.commissioning.models import Contract, ContractTerms, PatchLead
from whatmatters.rules.roles import InstallationKind

TERMS = {
    "ceiling": "0.80",
    "floor": "0.50",
    "base": "whole",
    "grace_working_days": "5",
    "collect": "set_off",
    "retention_share": "0",
    "unrecorded_delay": "1",
    "dissatisfaction_alone": "false",
}


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case()


def day(name: str, on: date) -> dict[str, str]:
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


def send(browser: Client, address: str, told: dict[str, str]) -> str:
    """The page that answers, or where it goes on to."""
    answer = browser.post(address, told | {"form_token": str(uuid4())})
    if answer.status_code == 302:
        return str(answer.headers["Location"])
    assert answer.status_code == 422
    page = answer.content.decode()
    assert faults(page) == []
    return " ".join(page.split())


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_every_term_is_asked_as_it_stands_with_its_risk(case: Case, language: str) -> None:
    address = reverse("contract_terms", args=[a_contract(case)])
    answer = browser_of(case.commissioner, language).get(address)
    page = " ".join(answer.content.decode().split())
    assert faults(answer.content.decode()) == []
    welsh = language == "cy"
    asked = "Y mwyaf a dynnir oddi ar bris" if welsh else "The most that is taken off a price"
    risk = (
        "Gall darparwr osgoi canlyniadau anodd" if welsh else "A provider may avoid hard outcomes"
    )
    assert asked in page
    assert risk in page
    assert 'value="0.80"' in page


def test_other_terms_count_from_their_day_and_the_old_ones_stay(case: Case) -> None:
    contract_id = a_contract(case)
    browser, address = browser_of(case.commissioner), reverse("contract_terms", args=[contract_id])
    first = ContractTerms.objects.get().terms
    told = TERMS | {"ceiling": "0.60"} | day("starts", date(2026, 9, 1))
    assert send(browser, address, told) == reverse("contract", args=[contract_id])
    held = list(ContractTerms.objects.order_by("version").values_list("version", "starts", "terms"))
    assert held[0][2] == first
    assert held[1] == (2, date(2026, 9, 1), first | {"ceiling": {"decimal": "0.60"}})
    again = send(browser, address, told)
    assert "Terms of this contract start on that day already" in again
    page = browser.get(address).content.decode()
    assert 'value="0.60"' in page


def test_terms_from_an_earlier_day_stand_on_those_of_that_day(case: Case) -> None:
    """A version from September says nothing of July: what is left as it is, is July's."""
    contract_id = a_contract(case)
    browser, address = browser_of(case.commissioner), reverse("contract_terms", args=[contract_id])
    first = ContractTerms.objects.get().terms
    send(browser, address, TERMS | {"ceiling": "0.60"} | day("starts", date(2026, 9, 1)))
    july = TERMS | {"ceiling": "0.60", "floor": "0.40", "seen": "2"}
    page = send(browser, address, july | day("starts", date(2026, 7, 1)))
    assert "Other terms are in force on that day than this page began with" in page
    assert 'name="seen" value="1"' in page
    assert 'value="0.80"' in page
    assert 'value="0.40"' in page
    assert ContractTerms.objects.count() == 2
    meant = july | {"ceiling": "0.80", "seen": "1"} | day("starts", date(2026, 7, 1))
    assert send(browser, address, meant) == reverse("contract", args=[contract_id])
    held = ContractTerms.objects.get(version=3)
    assert (held.starts, held.terms) == (date(2026, 7, 1), first | {"floor": {"decimal": "0.40"}})


def test_terms_that_no_plan_could_be_judged_under_are_refused_beside_their_question(
    case: Case,
) -> None:
    contract_id = a_contract(case)
    browser, address = browser_of(case.commissioner), reverse("contract_terms", args=[contract_id])
    wrong = {"ceiling": "8", "grace_working_days": "a week", "floor": "1e99999999"}
    page = send(browser, address, TERMS | wrong | day("starts", date(2026, 9, 1)))
    for name in wrong:
        assert f'id="id_{name}-error"' in page
    page = send(browser, address, TERMS | {"base": "half"} | day("starts", date(2026, 9, 1)))
    assert 'id="id_base-error"' in page
    nothing = send(browser, address, day("starts", date(2026, 9, 1)))
    assert 'id="id_floor-error"' in nothing
    assert ContractTerms.objects.count() == 1


def test_its_provider_leads_the_patch_from_a_day(case: Case) -> None:
    first, second = a_contract(case), a_contract(case, "HTLAH-2", leads=False)
    browser, address = browser_of(case.commissioner), reverse("contract_lead", args=[second])
    gone_on = send(browser, address, day("starts", date(2026, 9, 1)))
    assert gone_on == reverse("contract", args=[second])
    spans = PatchLead.objects.order_by("starts").values_list("contract_id", "ends")
    assert list(spans) == [(first, date(2026, 8, 31)), (second, None)]
    again = send(browser, address, day("starts", date(2026, 9, 1)))
    assert "Somebody leads this patch from that day already" in again


def test_a_contract_ends_once_nobody_runs_on_under_it(case: Case) -> None:
    contract_id = a_contract(case)
    an_agreed_plan(case, a_person(case), contract_id)
    browser, address = browser_of(case.commissioner), reverse("contract_end", args=[contract_id])
    page = send(browser, address, day("on", STARTS))
    assert "agreement under it runs past that day" in page
    early = send(browser, address, day("on", date(2025, 1, 1)))
    assert "The last day is before the first" in early
    assert Contract.objects.get().ends is None
    assert send(browser, address, day("on", date(2030, 3, 31))) == reverse(
        "contract", args=[contract_id]
    )
    assert Contract.objects.get().ends == date(2030, 3, 31)
    assert PatchLead.objects.get().ends == date(2030, 3, 31)
    assert AuditEvent.objects.filter(action="end_contract", subject_id=contract_id).count() == 1


@pytest.mark.parametrize("name", ["contract_terms", "contract_lead", "contract_end"])
def test_only_who_commissions_changes_a_contract(case: Case, name: str) -> None:
    address = reverse(name, args=[a_contract(case)])
    assert browser_of(case.finance).get(address).status_code in {403, 404}
