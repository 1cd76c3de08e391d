"""Penalties: set off, repaid, held while contested, given back; what was retained is released.

Figures by hand: 278300 pence over 84 days from 6 April 2026; the penalty is 66792.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.judged import Planned, judge, retire
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import LAST_DAY, PENALTY, PERIODS, agreed, end, lines, paid
from whatmatters.payments.queries import contests, penalties, to_repay
from whatmatters.payments.queries.contest_refusals import (
    ContestAlreadyDecided,
    ContestAlreadyMade,
    DecidedByFinder,
    FindingNotFound,
    NoPenaltyToContest,
)
from whatmatters.payments.queries.refusals import NotAllowed
from whatmatters.payments.services import contest_penalty, decide_contest, set_calendar
from whatmatters.rules.lifecycles import PenaltyState
from whatmatters.rules.outcomes import Cause, EndReason


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def test_a_penalty_is_set_off_and_retention_released(case: Case, person: Somebody) -> None:
    planned, agreement = agreed(case, person, retention_share=Decimal("0.05"))
    for start in PERIODS[:2]:
        run_period(case, start)
    judge(case, planned, tenths=(5, 10), on=LAST_DAY)
    end(case, agreement, LAST_DAY, at=LAST_DAY, reason=EndReason.REVIEWED)
    last = run_period(case, PERIODS[2])
    told = {(rule, pence) for rule, _, pence, _, _ in lines(case, last)}
    # 5% of 278300 is 13915; 5% of 185533 (9277) was held before, so 4638 more is held now.
    assert told == {
        ("outcome_payments.instalment", 92767 - 4638),
        ("outcome_payments.retention_released", 13915),
        ("outcome_payments.penalty", PENALTY),
    }
    assert sum(earned for earned, _, _, _ in paid(case)) == 278300 + PENALTY
    check_invariants()


def test_a_penalty_to_be_repaid_is_never_set_off(case: Case, person: Somebody) -> None:
    planned, agreement = agreed(case, person, collect="repayment")
    for start in PERIODS[:2]:
        run_period(case, start)
    judge(case, planned, tenths=(5, 10), on=LAST_DAY)
    end(case, agreement, LAST_DAY, at=LAST_DAY, reason=EndReason.REVIEWED)
    run_period(case, PERIODS[2])
    assert sum(paid for _, _, paid, _ in paid(case)) == 278300
    assert list(to_repay(case.council_id).values()) == [-PENALTY]
    check_invariants()


def _judged(case: Case, person: Somebody, **told: object) -> tuple[Planned, tuple[int, ...]]:
    planned, agreement = agreed(case, person)
    for start in PERIODS[:2]:
        run_period(case, start)
    findings = judge(case, planned, tenths=(5, 10), on=LAST_DAY, **told)
    end(case, agreement, LAST_DAY, at=LAST_DAY, reason=EndReason.REVIEWED)
    return planned, findings


def _contest(case: Case, finding: int, on: date) -> int:
    return contest_penalty(
        by=case.manager, at=moment(on), on=on, finding_id=finding, words="She was in hospital."
    )


def _decide(case: Case, contest: int, on: date, outcome: PenaltyState) -> None:
    decide_contest(
        by=case.commissioner, at=moment(on), on=on, contest_id=contest, outcome=outcome,
        reason="The ward's letter says so.",
    )  # fmt: skip


def test_a_contested_penalty_is_held_and_an_upheld_one_collected(
    case: Case, person: Somebody
) -> None:
    _, (finding, _) = _judged(case, person)
    contest = _contest(case, finding, LAST_DAY)
    third = run_period(case, PERIODS[2])
    held = [line for line in lines(case, third) if line[4]]
    assert [(line[0], line[2]) for line in held] == [("outcome_payments.penalty", PENALTY)]
    assert paid(case)[-1] == (92767, 0, 92767, 0)
    assert penalties(case.council_id, [finding])[finding].state is PenaltyState.CONTESTED
    _decide(case, contest, PERIODS[3] + timedelta(days=5), PenaltyState.UPHELD)
    run_period(case, PERIODS[3])
    assert paid(case)[-1] == (PENALTY, 0, 0, PENALTY)
    told = penalties(case.council_id, [finding])[finding]
    assert (told.state, told.pence) == (PenaltyState.UPHELD, PENALTY)
    check_invariants()


def test_a_collected_penalty_comes_back_when_contested_and_stays_when_withdrawn(
    case: Case, person: Somebody
) -> None:
    _, (finding, _) = _judged(case, person)
    run_period(case, PERIODS[2])
    contest = _contest(case, finding, PERIODS[3] + timedelta(days=3))
    fourth = run_period(case, PERIODS[3])
    assert sorted((x[2], x[3], x[4]) for x in lines(case, fourth)) == [
        (PENALTY, "outcome_payments.penalty", True),
        (-PENALTY, "late_fact", False),
    ]
    _decide(case, contest, PERIODS[4] + timedelta(days=3), PenaltyState.WITHDRAWN)
    fifth = run_period(case, PERIODS[4])
    assert lines(case, fifth) == []
    assert penalties(case.council_id, [finding])[finding].pence == 0
    assert [c.state for c in contests(case.council_id)] == [PenaltyState.WITHDRAWN]
    check_invariants()


def test_who_may_contest_and_who_may_decide(case: Case, person: Somebody) -> None:
    _, (finding, other) = _judged(case, person)
    with pytest.raises(NotAllowed):
        contest_penalty(
            by=case.finance, at=moment(LAST_DAY), on=LAST_DAY, finding_id=finding, words="x"
        )
    with pytest.raises(NoPenaltyToContest):
        _contest(case, other, LAST_DAY)
    with pytest.raises(FindingNotFound):
        _contest(case, 987_654, LAST_DAY)
    contest = _contest(case, finding, LAST_DAY)
    with pytest.raises(ContestAlreadyMade):
        _contest(case, finding, LAST_DAY)
    _decide(case, contest, LAST_DAY, PenaltyState.UPHELD)
    with pytest.raises(ContestAlreadyDecided):
        _decide(case, contest, LAST_DAY, PenaltyState.WITHDRAWN)


def test_the_finder_does_not_decide(case: Case, person: Somebody) -> None:
    from dataclasses import replace

    finder = replace(case.social_worker, roles=case.commissioner.roles)
    _, (finding, _) = _judged(case, person)
    contest = _contest(case, finding, LAST_DAY)
    with pytest.raises(DecidedByFinder):
        decide_contest(
            by=finder, at=moment(LAST_DAY), on=LAST_DAY, contest_id=contest,
            outcome=PenaltyState.UPHELD, reason="Mine.",
        )  # fmt: skip


def test_an_outcome_let_go_brings_no_penalty(case: Case, person: Somebody) -> None:
    planned, agreement = agreed(case, person)
    retire(case, planned.outcome_ids[0], on=LAST_DAY - timedelta(days=3))
    judge(case, planned, tenths=(5, 10), on=LAST_DAY, cause=Cause.PROVIDER)
    end(case, agreement, LAST_DAY, at=LAST_DAY, reason=EndReason.REVIEWED)
    for start in PERIODS[:3]:
        run_period(case, start)
    assert sum(earned for earned, _, _, _ in paid(case)) == 278300


def test_late_judgement_is_posted_to_the_period_it_was_made_in(
    case: Case, person: Somebody
) -> None:
    planned, agreement = agreed(case, person)
    for start in PERIODS[:3]:
        run_period(case, start)
    told = PERIODS[3] + timedelta(days=10)
    judge(case, planned, tenths=(5, 10), on=LAST_DAY, at=moment(told))
    end(case, agreement, LAST_DAY, at=told, reason=EndReason.REVIEWED)
    fourth = run_period(case, PERIODS[3])
    assert lines(case, fourth) == [
        ("outcome_payments.penalty", PERIODS[2], PENALTY, "outcome_payments.penalty", False)
    ]


def test_an_end_told_long_before_its_day_releases_what_was_held(
    case: Case, person: Somebody
) -> None:
    _, agreement = agreed(case, person, retention_share=Decimal("0.05"))
    # Told on 7 April for 15 June: 71 days earn 278300 x 71 / 84 = 235229.76.
    end(case, agreement, date(2026, 6, 15), at=date(2026, 4, 7), reason=EndReason.MOVED)
    for start in PERIODS[:3]:
        run_period(case, start)
    assert sum(earned for earned, _, _, _ in paid(case)) == 235230


def test_a_judgement_made_before_a_late_run_of_the_period_before(
    case: Case, person: Somebody
) -> None:
    planned, agreement = agreed(case, person)
    # Judged on 1 July, in the fourth period; the third is run as late as 24 July.
    judge(case, planned, tenths=(5, 10), on=date(2026, 7, 1))
    end(case, agreement, LAST_DAY, at=date(2026, 7, 1), reason=EndReason.REVIEWED)
    for start in PERIODS[:3]:
        run_period(case, start, at=moment(date(2026, 7, 24)))
    assert sum(earned for earned, _, _, _ in paid(case)) == 278300
    fourth = run_period(case, PERIODS[3])
    assert [line[2] for line in lines(case, fourth)] == [PENALTY]
