"""A person's fund paid from records: 13 instalments in advance, and what its end gives back.

15000 pounds a year: after 1 of 13: 115384.62 -> 115385; after 2: 230769.23 -> 230769; after 3:
346153.85 -> 346154. So 115385, 115384, 115385; all 13 are 1500000.
"""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.funded import MODEL, YEAR_ENDS, a_fund, agreed, bought, paid
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR, a_contract, run_period
from tests.fixtures.paying import PERIODS, lines
from whatmatters.funds.services import close_fund, end_fund
from whatmatters.home.services import no_longer_needed, someone_died, someone_moved
from whatmatters.payments.queries import run
from whatmatters.payments.services import propose_run, set_calendar
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Refusal

INSTALMENT = "individual_service_fund.instalment"
RETURNED, ENDED = "individual_service_fund.returned", "individual_service_fund.ended"
YEAR = [ANCHOR + timedelta(days=28 * n) for n in range(15)]


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _due(period: int, pence: int) -> tuple[str, date, int, str, bool]:
    return (INSTALMENT, YEAR[period], pence, INSTALMENT, False)


def _paid_up(case: Case, fund: int, first: int = 1, last: int = 13) -> None:
    """Every instalment of 120000 as the provider wrote it, on its first day."""
    for number in range(first, last + 1):
        paid(case, fund, number, YEAR[number - 1])


def _close(case: Case, fund: int, on: date) -> tuple[int, int, int]:
    parted = close_fund(by=case.manager, at=moment(on), fund_id=fund)
    return parted.balance, parted.carried, parted.returned


def test_thirteen_instalments_in_advance_add_back_to_the_budget_and_are_paid_once(
    case: Case, person: Somebody
) -> None:
    a_fund(case, person, budget="15000")
    found = [lines(case, run_period(case, start)) for start in YEAR[:13]]
    # The first two come together: a run is made when its period is over, on the second's first day.
    assert found[0] == [_due(0, 115385), _due(0, 115384)]
    assert found[1] == [_due(1, 115385)]
    assert [len(one) for one in found] == [2] + [1] * 11 + [0]
    assert sum(line[2] for one in found for line in one) == 1_500_000
    again = propose_run(by=case.finance, at=moment(YEAR[14]), period_start=YEAR[12])
    assert again.new is False
    check_invariants()


def test_payers_pay_and_get_back_by_their_shares(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person, shares=((7, 10), (3, 10)))
    shown = run(case.council_id, run_period(case, PERIODS[0]))
    assert shown is not None
    # 1200.00 is 840.00 and 360.00, twice.
    assert sorted(line.pence for line in shown.lines) == [36000, 36000, 84000, 84000]
    paid(case, fund, 1, YEAR[1])
    paid(case, fund, 2, YEAR[1])
    bought(case, agreed(case, person, fund), YEAR[1], 98_750)
    end_fund(
        by=case.social_worker,
        at=moment(YEAR[1]),
        fund_id=fund,
        on=date(2026, 5, 20),
        reason=EndReason.NO_LONGER_NEEDED,
    )
    # 240000 - 98750 = 141250 back: 98875 and 42375.
    assert _close(case, fund, date(2026, 5, 21)) == (141_250, 0, 141_250)
    second = run_period(case, PERIODS[1])
    shown = run(case.council_id, second)
    assert shown is not None
    assert sorted((line.rule, line.pence, line.reason) for line in shown.lines) == [
        (RETURNED, -98875, ENDED),
        (RETURNED, -42375, ENDED),
    ]
    assert lines(case, run_period(case, PERIODS[2])) == []
    check_invariants()


def test_at_the_year_s_end_eight_weeks_carry_over_and_the_rest_goes_back(
    case: Case, person: Somebody
) -> None:
    contract = a_contract(case, model=MODEL)
    fund = a_fund(case, person, contract=contract)
    for start in YEAR[:13]:
        run_period(case, start)
    _paid_up(case, fund)
    # 13 x 120000 = 1560000; 1300000 spent; 260000 left. Eight weeks: 1560000 x 8 / 52 = 240000.
    bought(case, agreed(case, person, fund, 1_300_000), YEAR_ENDS, 1_300_000)
    a_fund(case, person, contract=contract, starts=YEAR_ENDS + timedelta(days=1))
    assert _close(case, fund, YEAR_ENDS + timedelta(days=3)) == (260_000, 240_000, 20_000)
    found = sorted(lines(case, run_period(case, YEAR[13])))
    assert found == [
        (INSTALMENT, YEAR[13], 120_000, INSTALMENT, False),
        (INSTALMENT, YEAR[13], 120_000, INSTALMENT, False),
        (RETURNED, YEAR[13], -20_000, RETURNED, False),
    ]
    check_invariants()


def test_without_a_next_year_all_that_is_left_goes_back(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person)
    for start in YEAR[:13]:
        run_period(case, start)
    _paid_up(case, fund)
    assert _close(case, fund, YEAR_ENDS + timedelta(days=1)) == (1_560_000, 0, 1_560_000)
    assert lines(case, run_period(case, YEAR[13])) == [
        (RETURNED, YEAR[13], -1_560_000, ENDED, False)
    ]


def test_a_fund_closed_between_a_period_and_its_release_is_the_next_run_s(
    case: Case, person: Somebody
) -> None:
    fund = a_fund(case, person)
    run_period(case, PERIODS[0])
    paid(case, fund, 1, YEAR[1])
    end_fund(
        by=case.social_worker,
        at=moment(YEAR[1]),
        fund_id=fund,
        on=date(2026, 5, 3),
        reason=EndReason.NO_LONGER_NEEDED,
    )
    _close(case, fund, YEAR[2])
    # Instalment 2 began after the last day: it was paid, and comes back.
    second = run_period(case, PERIODS[1], at=moment(YEAR[2] + timedelta(days=2)))
    assert lines(case, second) == [(INSTALMENT, YEAR[0], -120_000, "late_fact", False)]
    third = lines(case, run_period(case, PERIODS[2]))
    assert third == [(RETURNED, YEAR[2], -120_000, ENDED, False)]
    check_invariants()


@pytest.mark.parametrize("closed", [someone_moved, no_longer_needed])
def test_a_fund_that_was_to_begin_after_her_last_day_never_begins(
    case: Case, person: Somebody, closed
) -> None:
    fund = a_fund(case, person, starts=YEAR[1])
    closed(by=case.social_worker, at=moment(ANCHOR), person_id=person.id, on=ANCHOR)
    assert lines(case, run_period(case, PERIODS[0])) == []
    assert lines(case, run_period(case, PERIODS[1])) == []
    for act in (
        lambda: paid(case, fund, 1, YEAR[1]),
        lambda: agreed(case, person, fund, starts=YEAR[1]),
    ):
        with pytest.raises(Refusal):
            act()
    assert _close(case, fund, YEAR[1]) == (0, 0, 0)
    check_invariants()


def test_a_move_told_late_takes_a_whole_fund_back(case: Case, person: Somebody) -> None:
    """Two instalments of 1200 pounds were paid before anybody said that she had gone."""
    fund = a_fund(case, person, starts=YEAR[0])
    run_period(case, PERIODS[0])
    gone = {"on": ANCHOR - timedelta(days=9), "person_id": person.id}
    someone_moved(by=case.social_worker, at=moment(YEAR[1]), **gone)
    back = (INSTALMENT, YEAR[0], -120_000, "late_fact", False)
    assert lines(case, run_period(case, PERIODS[1])) == [back, back]
    assert _close(case, fund, YEAR[2]) == (0, 0, 0)
    check_invariants()


def test_a_death_told_late_takes_back_what_began_after_it(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person)
    run_period(case, PERIODS[0])
    before = snapshot()
    someone_died(
        by=case.social_worker, at=moment(YEAR[1]), person_id=person.id, on=date(2026, 4, 30)
    )
    assert lines(case, run_period(case, PERIODS[1])) == [
        (INSTALMENT, YEAR[0], -120_000, "late_fact", False)
    ]
    paid(case, fund, 1, YEAR[1])
    assert _close(case, fund, YEAR[2]) == (120_000, 0, 120_000)
    check_invariants(before)
