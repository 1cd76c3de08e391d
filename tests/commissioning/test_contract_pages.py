"""The council's contracts on pages: listed, one by one, opened, and with a new rate."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_case, a_contract, a_person, an_agreed_plan, moment
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.commissioning.models import Contract, Rate
from whatmatters.rules.roles import InstallationKind

OPENED = {
    "way": "outcome_payments",
    "reference": "YC-7",
    "patch": "",
    "starts-day": "1",
    "starts-month": "5",
    "starts-year": "2026",
    "ends-day": "",
    "ends-month": "",
    "ends-year": "",
}
RATE = {
    "band": "standard",
    "pounds": "24.60",
    "starts-day": "1",
    "starts-month": "5",
    "starts-year": "2026",
    "ends-day": "",
    "ends-month": "",
    "ends-year": "",
    "source": "Decision 14",
}


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case()


def told(actor: Actor, address: str, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(address)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert faults(page) == []
    return " ".join(page.partition("<main")[2].split())


def test_no_contract_says_what_will_stand_there(case: Case) -> None:
    assert "No contract is here yet." in told(case.commissioner, reverse("contract_list"))


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_a_contract_with_its_rates_terms_and_what_stands_on_it(case: Case, language: str) -> None:
    contract_id = a_contract(case)
    an_agreed_plan(case, a_person(case, "Mair Behind"), contract_id)
    page = told(case.commissioner, reverse("contract", args=[contract_id]), language)
    assert "HTLAH-1" in page
    assert '<td class="wm-num">22.4000</td>' in page
    assert "invented" in page
    assert '<dd class="govuk-summary-list__value">1</dd>' in page  # agreements, and not of whom
    assert "Mair" not in page
    assert reverse("contract_rate", args=[contract_id]) in page
    listed = told(case.commissioner, reverse("contract_list"), language)
    assert reverse("contract", args=[contract_id]) in listed
    assert ("Runs" if language == "en-gb" else "Yn rhedeg") in listed
    read = told(case.finance, reverse("contract", args=[contract_id]), language)
    assert reverse("contract_rate", args=[contract_id]) not in read


def test_many_contracts_are_paged_and_filtered_by_their_address(case: Case) -> None:
    for number in range(1, 27):
        a_contract(case, f"YC-{number:02}", leads=False)
    list_of = reverse("contract_list")
    first, second = told(case.commissioner, list_of), told(case.commissioner, f"{list_of}?page=2")
    assert ("YC-26" in first, "YC-01" in first) == (True, False)
    assert ("YC-26" in second, "YC-01" in second) == (False, True)
    assert "YC-26" in told(case.commissioner, f"{list_of}?stand=good&way=outcome_payments")
    none = told(case.commissioner, f"{list_of}?stand=quiet", "cy")
    assert "Nid oes contract felly." in none
    odd = told(case.commissioner, f"{list_of}?way=magic")
    assert "Nothing is left out until then." in odd
    assert "YC-26" in odd


def test_a_contract_is_opened_once_with_the_council_as_its_payer(case: Case) -> None:
    browser, address = browser_of(case.commissioner), reverse("contract_open")
    sent = OPENED | {"provider": str(case.provider_id), "form_token": str(uuid4())}
    for _ in range(2):
        answer = browser.post(address, sent)
        assert answer.status_code == 302
    one = Contract.objects.get()
    assert (one.model, one.reference, one.provider_id) == (
        "outcome_payments",
        "YC-7",
        case.provider_id,
    )
    assert (one.starts, one.ends, one.patch_id) == (date(2026, 5, 1), None, None)
    (funder,) = one.funders.all()
    assert funder.organisation_id == case.council_organisation_id
    assert answer.headers["Location"] == reverse("contract", args=[one.pk])
    again = browser.post(address, sent | {"form_token": str(uuid4())})
    assert again.status_code == 422
    assert "A contract has this reference already" in again.content.decode()
    early = {"ends-day": "1", "ends-month": "4", "ends-year": "2026", "reference": "YC-8"}
    refused = browser.post(address, sent | early | {"form_token": str(uuid4())})
    assert "The last day is before the first" in refused.content.decode()
    assert Contract.objects.count() == 1


def test_a_rate_is_added_and_the_older_one_stays(case: Case) -> None:
    contract_id = a_contract(case)
    browser, address = browser_of(case.commissioner), reverse("contract_rate", args=[contract_id])
    sent = RATE | {"form_token": str(uuid4())}
    assert browser.post(address, sent).status_code == 302
    held = Rate.objects.filter(band="standard").order_by("starts").values_list("pounds", "starts")
    assert [(str(pounds), starts) for pounds, starts in held] == [
        ("22.4000", date(2026, 1, 1)),
        ("24.6000", date(2026, 5, 1)),
    ]
    again = browser.post(address, sent | {"form_token": str(uuid4())})
    assert again.status_code == 422
    assert "A rate of this kind starts on that day already" in again.content.decode()
    slip = RATE | {"pounds": "24600", "form_token": str(uuid4())}
    wrong = browser.post(address, slip)
    assert wrong.status_code == 422
    assert "A rate is from £0 to £9,999 an hour" in wrong.content.decode()
    nothing = browser.post(address, {"form_token": str(uuid4())})
    assert nothing.status_code == 422
    assert Rate.objects.filter(band="standard").count() == 2


def test_another_councils_contract_is_not_here(case: Case) -> None:
    contract_id = a_contract(case)
    there = a_case("W06000014")
    for name in ("contract", "contract_rate"):
        address = reverse(name, args=[contract_id])
        assert browser_of(there.commissioner).get(address).status_code == 404
    assert "HTLAH-1" not in told(there.commissioner, reverse("contract_list"))
