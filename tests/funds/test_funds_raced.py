"""Several who spend the last pounds of one fund at the same moment: no penny is spent twice."""

from datetime import date
from functools import partial

import pytest

from tests.fixtures.case import Case, a_case, a_person
from tests.fixtures.funded import a_fund, agreed, bought, paid
from tests.fixtures.racing import race
from whatmatters.funds.models import FundLine

MAY = date(2026, 5, 11)
RACERS = 4


@pytest.fixture
def case(own_database) -> Case:
    return a_case()


def test_of_four_who_spend_half_of_it_two_do(case: Case) -> None:
    person = a_person(case)
    fund = a_fund(case, person)
    one = agreed(case, person, fund, 500_000)
    paid(case, fund, 1, MAY)
    told = race([partial(bought, case, one, MAY, 60_000)] * RACERS)
    assert sorted(told) == [("done", 0), ("done", 60_000)] + [("refused", "beyond_balance")] * 2
    rows = FundLine.objects.order_by("place").values_list("pence", "left")
    assert list(rows) == [(120_000, 120_000), (-60_000, 60_000), (-60_000, 0)]
