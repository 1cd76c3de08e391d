"""A death known only after its agreement had ended on a later day: days after death are not paid.

Figures by hand: 278300 pence over 84 days from 6 April 2026; periods earn 92767, 92766, 92767.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.judged import judge
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import LAST_DAY, PENALTY, PERIODS, agreed, end, lines, paid
from whatmatters.payments.services import set_calendar
from whatmatters.people.services import record_death
from whatmatters.rules.outcomes import EndReason


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.mark.parametrize("told_in", [1, 2])
def test_days_after_a_death_go_back_though_the_agreement_ended_later(
    case: Case, told_in: int
) -> None:
    person = a_person(case)
    _, agreement = agreed(case, person)
    # She moved away on 3 May, it was thought: 28 of 84 days.
    end(case, agreement, date(2026, 5, 3), at=date(2026, 5, 3), reason=EndReason.MOVED)
    for start in PERIODS[:told_in]:
        run_period(case, start)
    before = snapshot()
    record_death(
        by=case.social_worker,
        at=moment(PERIODS[told_in] + timedelta(days=20)),
        person_id=person.id,
        on=date(2026, 4, 19),
    )
    told = run_period(case, PERIODS[told_in])
    # Died on 19 April, the 14th day: 278300 x 14 / 84 = 46383.33, so 46383 is earned.
    assert lines(case, told) == [
        ("outcome_payments.instalment", PERIODS[0], 46383 - 92767, "late_fact", False)
    ]
    assert lines(case, run_period(case, PERIODS[told_in + 1])) == []
    check_invariants(before)


def test_what_was_judged_of_a_plan_that_death_had_ended_brings_no_penalty(case: Case) -> None:
    """Outcomes that were not finished are not judged; the earlier penalty goes back."""
    person = a_person(case)
    planned, agreement = agreed(case, person, retention_share=Decimal("0.05"))
    for start in PERIODS[:3]:
        run_period(case, start)
    last = PERIODS[3]
    judge(case, planned, tenths=(5, 10), on=last, at=moment(last))
    end(case, agreement, LAST_DAY, at=last, reason=EndReason.REVIEWED)
    fourth = run_period(case, last)
    penalty, released = "outcome_payments.penalty", "outcome_payments.retention_released"
    assert [x[:3] for x in lines(case, fourth)] == [
        (penalty, last, PENALTY),
        (released, last, 13915),
    ]
    record_death(
        by=case.social_worker,
        at=moment(PERIODS[4] + timedelta(days=3)),
        person_id=person.id,
        on=date(2026, 4, 19),
    )
    fifth = run_period(case, PERIODS[4])
    # 46383 earned; 5% is 2319, all released on the day of death. Posted so far: instalments
    # of 92767 - 4638, 92766 - 4639 and 92767 - 4638 (5% of 92767, 185533, 278300, half up).
    assert [x[:3] for x in lines(case, fifth)] == [
        (released, PERIODS[0], 2319),
        ("outcome_payments.instalment", PERIODS[0], (46383 - 2319) - 88129),
        ("outcome_payments.instalment", PERIODS[1], -88127),
        ("outcome_payments.instalment", PERIODS[2], -88129),
        (penalty, last, -PENALTY),
        (released, last, -13915),
    ]
    owed = [earned for earned, *_ in paid(case)]
    assert sum(owed) == 46383
    check_invariants()
