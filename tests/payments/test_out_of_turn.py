"""A period before the first one released is not run afterwards: its late facts are corrections."""

from datetime import timedelta

import pytest

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from tests.fixtures.paying import PERIODS, paid
from whatmatters.payments.queries.refusals import PeriodOutOfOrder
from whatmatters.payments.services import preview_run, propose_run, set_calendar


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def test_a_period_before_the_first_released_one_is_refused(case: Case) -> None:
    contract = a_contract(case)
    a_plan_agreement(case, contract, starts=PERIODS[1])
    run_period(case, PERIODS[1])
    # Signed only now, for days from the period before.
    a_plan_agreement(case, contract, starts=PERIODS[0], at=moment(PERIODS[2]))
    for verb in (propose_run, preview_run):
        with pytest.raises(PeriodOutOfOrder) as refused:
            verb(by=case.finance, at=moment(PERIODS[3]), period_start=PERIODS[0])
        assert refused.value.params["expected"] == PERIODS[2]
    run_period(case, PERIODS[2], at=moment(PERIODS[3] + timedelta(days=1)))
    # 92767; then 92766 of the old plan and 92767 + 92766 + 92767 of the one signed late.
    assert [row[0] for row in paid(case)] == [92767, 371066]
    check_invariants()
