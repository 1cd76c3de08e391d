"""A direct payment paid from records: ahead, to the day, and back what a look finds too much.

23192 pence a week: 92768 for 28 days.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.direct import PLAN_ENDS, a_direct
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, a_contract, run_period
from tests.fixtures.paying import PERIODS, lines
from whatmatters.direct_payments.services import end_direct, look_at
from whatmatters.home.services import someone_died
from whatmatters.payments.queries import remittances, run
from whatmatters.payments.services import set_calendar
from whatmatters.rules.outcomes import EndReason

PAYMENT, START_UP = "direct_payment.payment", "direct_payment.start_up"
SURPLUS, ENDED = "direct_payment.surplus", "direct_payment.ended"
# 1 June, on whose close the period of 29 June is paid; 29 June; 27 July; 24 August.
AHEAD, FIRST, SECOND, THIRD = (ANCHOR + timedelta(days=28 * n) for n in range(2, 6))


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _run(case: Case, start: date) -> list[tuple[str, date, int]]:
    """Lines of direct payments in a run: rule, period, pence."""
    found = lines(case, run_period(case, start))
    return [(rule, of, pence) for rule, of, pence, *_ in found if rule.startswith("direct")]


def _before(case: Case) -> None:
    for start in PERIODS[:2]:
        run_period(case, start)


def test_it_is_paid_before_its_first_day_and_every_four_weeks_after(
    case: Case, person: Somebody
) -> None:
    a_direct(case, person, start_up=300)
    _before(case)
    assert _run(case, AHEAD) == [(PAYMENT, AHEAD, 92_768), (START_UP, AHEAD, 30_000)]
    assert _run(case, FIRST) == [(PAYMENT, FIRST, 92_768)]
    assert _run(case, SECOND) == [(PAYMENT, SECOND, 92_768)]
    payee = remittances(case.council_id)[0].payee_id
    assert payee != case.provider_id
    check_invariants()


def test_one_that_was_opened_late_is_paid_what_it_missed(case: Case, person: Somebody) -> None:
    _before(case)
    run_period(case, AHEAD)
    a_direct(case, person, on=date(2026, 7, 6))
    # The period of 27 July, then that of 29 June, which the run before should have paid.
    assert _run(case, FIRST) == [(PAYMENT, FIRST, 92_768), (PAYMENT, AHEAD, 92_768)]


def test_her_contribution_is_kept_back(case: Case, person: Somebody) -> None:
    a_direct(case, person, weekly_contribution=Decimal("35.50"))
    _before(case)
    # 23192 - 3550 = 19642; x 4 = 78568
    assert _run(case, AHEAD) == [(PAYMENT, AHEAD, 78_568)]


def test_a_death_is_followed_by_four_weeks_more_and_what_was_paid_beyond_comes_back(
    case: Case, person: Somebody
) -> None:
    direct = a_direct(case, person)
    _before(case)
    _run(case, AHEAD)
    _run(case, FIRST)  # paid up to 23 August
    someone_died(
        by=case.social_worker, at=moment(SECOND), person_id=person.id, on=date(2026, 7, 13)
    )
    # 13 July and 28 days: 10 August, 43 days. 23192 x 43 / 7 = 142465.14 -> 142465;
    # 185536 were paid: 43071 come back, of the period paid at the close of FIRST.
    assert _run(case, SECOND) == [(PAYMENT, FIRST, -43_071)]
    look_at(
        by=case.social_worker,
        at=moment(THIRD + timedelta(days=7)),
        direct_id=direct,
        on=THIRD,
        balance=20_000,
    )
    assert _run(case, THIRD) == [(ENDED, THIRD, -20_000)]
    check_invariants()


def test_another_way_takes_its_place_at_once(case: Case, person: Somebody) -> None:
    direct = a_direct(case, person)
    _before(case)
    _run(case, AHEAD)
    end_direct(
        by=case.social_worker,
        at=moment(date(2026, 7, 13)),
        direct_id=direct,
        on=date(2026, 7, 12),
        reason=EndReason.REPLACED,
    )
    # Two weeks of four: 46384 come back.
    assert _run(case, FIRST) == [(PAYMENT, AHEAD, -46_384)]
    assert _run(case, SECOND) == []


def test_one_that_never_began_is_never_paid(case: Case, person: Somebody) -> None:
    direct = a_direct(case, person, start_up=300)
    _before(case)
    end_direct(
        by=case.social_worker,
        at=moment(PLAN_ENDS),
        direct_id=direct,
        on=PLAN_ENDS,
        reason=EndReason.NO_LONGER_NEEDED,
    )
    assert _run(case, AHEAD) == []


def test_a_look_takes_back_what_is_too_much_and_a_second_of_its_day_corrects_it(
    case: Case, person: Somebody
) -> None:
    direct = a_direct(case, person)
    _before(case)
    _run(case, AHEAD)
    on = date(2026, 7, 20)
    look = {"by": case.social_worker, "direct_id": direct, "on": on}
    look_at(**look, at=moment(on), balance=200_000)
    # 23192 x 8 = 185536 may stand there: 14464 go back.
    assert _run(case, FIRST) == [(PAYMENT, FIRST, 92_768), (SURPLUS, FIRST, -14_464)]
    look_at(**look, at=moment(SECOND), balance=190_000)
    # 4464 should have gone back: 10000 are paid again.
    assert _run(case, SECOND) == [(PAYMENT, SECOND, 92_768), (SURPLUS, FIRST, 10_000)]
    check_invariants()


def test_a_last_look_between_a_periods_end_and_its_release_is_for_the_next_run(
    case: Case, person: Somebody
) -> None:
    direct = a_direct(case, person)
    _before(case)
    _run(case, AHEAD)
    end_direct(
        by=case.social_worker,
        at=moment(date(2026, 7, 13)),
        direct_id=direct,
        on=date(2026, 7, 12),
        reason=EndReason.REPLACED,
    )
    assert _run(case, FIRST) == [(PAYMENT, AHEAD, -46_384)]
    # Written on the day after the period of SECOND, before its run is released.
    look_at(by=case.social_worker, at=moment(THIRD), direct_id=direct, on=THIRD, balance=20_000)
    assert _run(case, SECOND) == []
    assert _run(case, THIRD) == [(ENDED, THIRD, -20_000)]


def test_payers_pay_by_their_shares(case: Case, person: Somebody) -> None:
    contract = a_contract(case, model="direct_payment", shares=((7, 10), (3, 10)))
    a_direct(case, person, contract=contract)
    _before(case)
    shown = run(case.council_id, run_period(case, AHEAD))
    assert shown is not None
    found = sorted(x.pence for x in shown.lines if x.rule == PAYMENT)
    # 92768: 64937.6 and 27830.4; largest remainder: 64938 and 27830.
    assert found == [27_830, 64_938]
