"""How long somebody's own money lasts (R-SF-03): by hand, and on her page, where nothing is kept.

40,000.00; 300.00 comes in, 200.00 is spent beside support: 250.00 for support take 150.00 a week.
"""

from fractions import Fraction

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, Somebody, a_case, a_person, moment
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.models import Draft
from whatmatters.access.services import mark_installation
from whatmatters.rules.charging.lasting import OwnMoney, weeks_until
from whatmatters.rules.roles import InstallationKind

YEAR = {"weeks_in_a_year": 52, "most": 1560}


def money(**other: object) -> OwnMoney:
    usual = {"savings": 4_000_000, "comes_in": 30_000, "goes_out": 20_000, "support": 25_000}
    return OwnMoney(**{**usual, "rise": Fraction(0), **other})  # type: ignore[arg-type]


def test_weeks_until_the_limit_by_hand():
    """16,750.00 above 23,250.00: after 111 weeks 23,350.00 are left, after 112 23,200.00."""
    assert weeks_until(money(), 2_325_000, **YEAR) == 112
    assert money().weekly == -15_000


def test_a_price_that_rises_once_a_year():
    """A year at 150.00: 32,200.00. Then support is 275.00 (a tenth more): 175.00 a week. From
    32,200.00 to 23,250.00 are 8,950.00: 52 weeks (9,100.00)."""
    assert weeks_until(money(rise=Fraction(1, 10)), 2_325_000, **YEAR) == 52 + 52


def test_the_limit_itself_is_reached_and_what_grows_never_is():
    assert weeks_until(money(savings=2_325_000), 2_325_000, **YEAR) == 0
    assert weeks_until(money(savings=2_325_001), 2_325_000, **YEAR) == 1
    assert weeks_until(money(support=10_000), 2_325_000, **YEAR) is None


TOLD = {
    "savings": "40000",
    "comes_in": "300",
    "goes_out": "200",
    "now": "250",
    "other": "£175.00",
    "home": "1,200",
    "beside_home": "30",
    "rise": "0",
}


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case()


def asked(person: Somebody, told: dict[str, str], language: str = "en-gb") -> tuple[int, str]:
    client = browser_of(person.actor, language)
    address = reverse("money_lasts", args=[person.id])
    form = client.get(address).context["form"]
    told = {**told, "form_token": str(form["form_token"].value())}
    answer = client.post(address, told)
    page = answer.content.decode()
    assert faults(page) == []
    return answer.status_code, " ".join(page.partition("<main")[2].split())


def test_she_compares_three_ways_by_the_limits_of_wales_and_nothing_is_kept(case: Case) -> None:
    """The council is in Wales: 24,000.00 at home, 50,000.00 in a care home, where she is already
    below. At home 16,000.00 at 150.00: 107 weeks from 6 April 2026; at 75.00: 214 weeks."""
    status, page = asked(a_person(case), TOLD)
    assert status == 200
    assert "About 107 weeks" in page
    assert "April 2028" in page
    assert "About 214 weeks" in page
    assert "May 2030" in page
    assert "Now: ask the council" in page
    assert "at most £100.00 a week" in page
    assert "24,000.00 or less, in a care home £50,000.00 or less" in page
    assert not Draft.objects.exists()
    assert "Tua 107 wythnos" in asked(a_person(case, "Nia Rees"), TOLD, "cy")[1]


def test_what_cannot_be_is_said_beside_its_question(case: Case) -> None:
    status, page = asked(a_person(case), {**TOLD, "savings": "plenty", "rise": "26"})
    assert status == 422
    assert "Write an amount of money in pounds" in page
    assert "The most that can be entered here is 25" in page
    assert "Each way beside the other" not in page


def test_what_grows_lasts_for_more_years_than_are_told(case: Case) -> None:
    _status, page = asked(a_person(case), {**TOLD, "now": "50", "other": "", "home": ""})
    assert "More than 30 years" in page
    assert "Another way" not in page.partition("<form")[0]
