"""Which way each live contract pulls, worked out from its newest agreement."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_case, a_contract, a_person, an_agreed_plan, moment
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.services import mark_installation
from whatmatters.commissioning.queries.incentives import audits
from whatmatters.commissioning.services import FunderGiven, end_contract, open_contract
from whatmatters.delivery.services import PackageGiven, take_on_packages
from whatmatters.rules.commissioning import Incentive
from whatmatters.rules.incentives import Change, Effect
from whatmatters.rules.roles import InstallationKind


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case()


def by_the_minute(case: Case, reference: str) -> int:
    return open_contract(
        by=case.commissioner,
        at=moment(STARTS),
        provider_id=case.provider_id,
        model="time_and_task",
        reference=reference,
        patch_id=None,
        starts=date(2026, 1, 1),
        ends=None,
        terms={},
        rates=[],
        funders=[FunderGiven(case.council_organisation_id, 1, 1)],
    )


def test_an_hour_pays_at_once_by_the_minute_and_after_agreement_by_outcome(case: Case) -> None:
    outcomes, minutes = a_contract(case), by_the_minute(case, "TT-1")
    by_the_minute(case, "TT-2")
    an_agreed_plan(case, a_person(case, "Mair Behind"), outcomes)
    given = PackageGiven(a_person(case).id, minutes, STARTS, 1, 60, "Wash", Decimal(20))
    take_on_packages(by=case.social_worker, at=moment(STARTS), packages=[given])
    found = {one.contract.reference: one for one in audits(case.council_id, STARTS, 2198)}
    # The standard rate of the contract is 22.40; the package's 20.00; an hour costs 21.98.
    assert found["HTLAH-1"].incentive == Incentive("outcome_payments", 0, 2240, -2198)
    assert found["TT-1"].incentive == Incentive("time_and_task", 2000, 2000, -198)
    assert found["TT-2"].incentive is None
    assert found["TT-1"].effects[Change.FASTER] == Effect(-2000, 198)
    page = told(case)
    assert "Pays more as soon as need grows" in page
    assert "Pays less as soon as somebody gets better" in page
    assert "Pays less when the same is done sooner" in page
    assert "after the hour’s cost</span> (−£1.98)" in page
    assert "Pays nothing more until it is agreed anew" in page
    assert "Nothing runs under it today." in page
    # 12.71 with people, 2.47845 travel, 1.83325 holiday, 1.03737 other, 2.01944 insurance,
    # 0.54177 pension, 1.36 miles: 21.98028
    assert "An hour with people costs £21.98" in page
    assert "−£1.98" in page
    assert "Mair" not in page
    assert "Yn talu mwy cyn gynted" in told(case, "cy")
    assert all(("TT-1" in told(case, asked=q)) is there for q, there in LIKE.items())
    assert "No contract is like that." in told(case, asked="?pull=none&way=outcome_payments")
    for number in range(30):
        by_the_minute(case, f"MORE-{number}")
    pages = [told(case, asked=f"?pull=none&page={number}").count("MORE-") for number in (1, 2)]
    assert pages[0] == 24  # and TT-2 before them
    assert sum(pages) == 30


def test_a_contract_that_is_over_is_not_there_and_none_is_said(case: Case) -> None:
    assert "No contract runs today." in told(case)
    over = by_the_minute(case, "TT-1")
    end_contract(by=case.commissioner, at=moment(STARTS), contract_id=over, on=date(2026, 2, 1))
    assert "No contract runs today." in told(case)


# Which questions the contract that pays by the minute is an answer to.
LIKE = {"?pull=bad": True, "?pull=good": False, "?pull=none": False, "?way=time_and_task": True}


def told(case: Case, language: str = "en-gb", asked: str = "") -> str:
    answer = browser_of(case.commissioner, language).get(reverse("contract_incentives") + asked)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert faults(page) == []
    return " ".join(page.partition("<main")[2].split())
