"""What is held back stays until the judgement, however early the pay itself has ended.

Figures by hand: 278300 pence over 84 days from 6 April 2026, 5% held back: 13915 in all. A late
plan is replaced on 13 July (its pay ends on 12 July, 14 days past its end) and judged in the fifth
period. The penalty is 278300 x 0.6 x 5/10 x 0.80 = 66792.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.judged import Planned, judge
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import PENALTY, PERIODS, agreed, end, lines, paid
from whatmatters.outcomes.models import PlanMove, PlanVersion
from whatmatters.payments.services import propose_run, set_calendar
from whatmatters.people.services import record_death
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import EndReason

HELD = 13915
REPLACED_ON = date(2026, 7, 12)
RELEASED = "outcome_payments.retention_released"


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _replaced(case: Case, person: Somebody) -> tuple[Planned, int]:
    """Three periods run to the plan's end; in the fourth a plan that follows stops its pay."""
    planned, agreement = agreed(case, person, retention_share=Decimal("0.05"))
    for start in PERIODS[:3]:
        run_period(case, start)
    end(case, agreement, REPLACED_ON, at=REPLACED_ON, reason=EndReason.REPLACED)
    return planned, agreement


def _released(case: Case, *run_ids: int) -> list[tuple[date, int]]:
    found = [line for run_id in run_ids for line in lines(case, run_id)]
    return [(on, pence) for rule, on, pence, _, _ in found if rule == RELEASED]


def test_a_late_plan_that_was_replaced_keeps_its_share_until_it_is_judged(
    case: Case, person: Somebody
) -> None:
    planned, _ = _replaced(case, person)
    fourth = run_period(case, PERIODS[3])
    # 278300 x 98 / 84 - 278300 = 46383.33: fourteen days past the end, and nothing released.
    assert lines(case, fourth) == [
        ("outcome_payments.overdue", PERIODS[3], 46383, "outcome_payments.overdue", False)
    ]
    told = PERIODS[4] + timedelta(days=3)
    judge(case, planned, tenths=(5, 10), on=told)
    fifth = run_period(case, PERIODS[4])
    assert lines(case, fifth) == [
        ("outcome_payments.penalty", PERIODS[4], PENALTY, "outcome_payments.penalty", False),
        (RELEASED, PERIODS[4], HELD, RELEASED, False),
    ]
    assert lines(case, run_period(case, PERIODS[5])) == []
    assert sum(earned for earned, _, _, _ in paid(case)) == 278300 + 46383 + PENALTY
    check_invariants()


def test_what_nobody_will_judge_any_more_is_released_once(case: Case, person: Somebody) -> None:
    planned, _ = _replaced(case, person)
    assert _released(case, run_period(case, PERIODS[3])) == []
    # She moves away in the fifth period: the plan that waited for its judgement is closed.
    moved = PERIODS[4] + timedelta(days=3)
    _close(case, planned, moved)
    runs = [run_period(case, start) for start in PERIODS[4:6]]
    # On the day its pay ended, in the fourth period.
    assert _released(case, *runs) == [(PERIODS[3], HELD)]
    check_invariants()


def test_a_death_ends_the_waiting(case: Case, person: Somebody) -> None:
    _replaced(case, person)
    assert _released(case, run_period(case, PERIODS[3])) == []
    died = PERIODS[4] + timedelta(days=3)
    record_death(by=case.social_worker, at=moment(died), person_id=person.id, on=died)
    assert _released(case, run_period(case, PERIODS[4])) == [(PERIODS[3], HELD)]
    check_invariants()


def test_a_plan_closed_after_the_proposal_refuses_the_release_of_the_run(
    case: Case, person: Somebody
) -> None:
    from whatmatters.payments.queries.refusals import FactsChanged
    from whatmatters.payments.services import release_run

    planned, _ = _replaced(case, person)
    at = moment(PERIODS[4] + timedelta(days=1))
    proposed = propose_run(by=case.finance, at=at, period_start=PERIODS[3])
    _close(case, planned, PERIODS[4])
    with pytest.raises(FactsChanged):
        release_run(by=case.finance_two, at=at, run_id=proposed.run_id)


def _close(case: Case, planned: Planned, on: date) -> None:
    """As closing a case does to a version that is in force."""
    PlanVersion.objects.filter(pk=planned.version_id).update(state=PlanState.ENDED)
    PlanMove.objects.create(
        council_id=case.council_id, by_id=case.social_worker.user_id, at=moment(on),
        version_id=planned.version_id, to=PlanState.ENDED, on=on, why="moved",
    )  # fmt: skip
