"""Pay and prices tried on pages, in both languages; nothing of it is kept."""

from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_case, an_actor, moment
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind, Role

DAY = {
    f"{name}-{part}": number
    for name in ("starts", "ends")
    for part, number in (("day", "1"), ("month", "6"), ("year", "2026"))
}
CALLS = DAY | {
    "band": "NLW 21+",
    "contact": "5.75",
    "travel": "4.67",
    "waiting": "1.58",
    "pay": "64.80",
}
PRICE = {
    "price": "20.00",
    "wage": "12.00",
    "hours_a_week": "20",
    "travel": "20",
    "holiday": "12.5",
    "other": "0",
    "insurance": "15",
    "pension": "3",
    "running": "17",
    "surplus": "3",
    "insured_above": "5200",
    "miles": "1.40",
}


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case()


def worked(
    actor: Actor, name: str, told: dict[str, str], language: str = "en-gb", status: int = 200
) -> str:
    """What the page answers."""
    sent = told | {"form_token": str(uuid4())}
    answer = browser_of(actor, language).post(reverse(name), sent)
    assert answer.status_code == status
    page = answer.content.decode()
    assert faults(page) == []
    return " ".join(page.partition("<main")[2].split())


def test_a_worker_finds_what_she_is_short_of(case: Case) -> None:
    worker = an_actor(case.system, Role.CARE_WORKER, case.provider_id, "Nel Worker")
    page = worked(worker, "wage_check", CALLS)
    assert "This pay is below the minimum wage" in page
    assert "£5.40" in page
    assert "£7.31 an hour; £87.72 is owed for the period" in page
    assert "They are not paid for by themselves." in page
    assert "This pay is below it. No law asks for it." in page
    welsh = worked(worker, "wage_check", CALLS, "cy")
    assert "Mae’r cyflog hwn yn is na’r isafswm cyflog" in welsh


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ends-month": "8"}, "A pay period is a month at most"),
        ({"starts-year": "2020", "ends-year": "2020"}, "No minimum wage is known here"),
        ({"contact": "20"}, "These are more hours than the days have"),
        ({"contact": "-1"}, "This must not be less than nothing"),
        ({"pay": "1000001"}, "The most that can be entered here is £100,000"),
        ({"for_travel": "65"}, "This is more than the pay of which it is a part"),
        ({"pay": ""}, "Pay before tax, in pounds"),
    ],
)
def test_what_cannot_be_is_said_beside_its_question(
    case: Case, change: dict[str, str], said: str
) -> None:
    page = worked(case.manager, "wage_check", CALLS | change, status=422)
    assert said in page


def test_a_commissioner_sees_that_a_price_cannot_pay_a_wage(case: Case) -> None:
    page = worked(case.commissioner, "wage_price", PRICE)
    assert "£20.00 cannot pay £12.00 an hour" in page
    assert "It is £4.52 an hour too little." in page
    assert "The most that £20.00 can pay is £9.73 an hour. Then 66 per cent of it" in page
    assert "£24.52" in page
    enough = worked(case.commissioner, "wage_price", PRICE | {"price": "24.52"}, "cy")
    assert "Gall £24.52 dalu £12.00 yr awr" in enough
    wrong = worked(case.commissioner, "wage_price", PRICE | {"running": "98"}, status=422)
    assert "Running the business and surplus leave nothing for pay" in wrong
    nothing = worked(case.commissioner, "wage_price", PRICE | {"price": "0"}, status=422)
    assert "Write a price from 1p to £1,000" in nothing


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_every_figure_says_whence_it_is(case: Case, language: str) -> None:
    answer = browser_of(case.finance, language).get(reverse("wage_price"))
    page = answer.content.decode()
    assert faults(page) == []
    said = "Heb ei ddarllen eto" if language == "cy" else "Not yet read in its official source"
    assert page.count(said) == 4  # holiday, threshold, hours a week, pension
    assert 'value="19.5"' in page
