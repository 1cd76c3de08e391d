"""Facts that come late, end early, are judged, contested, or change between two people's looks.

Figures by hand: 278300 pence over 84 days from 6 April 2026; periods earn 92767, 92766, 92767.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.judged import Planned, a_package, a_planned_version, a_visit, judge, retire
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from whatmatters.commissioning.services import end_agreement, sign_agreement
from whatmatters.payments.queries import (
    contests,
    lines_of_agreements,
    penalties,
    remittances,
    run,
    to_repay,
)
from whatmatters.payments.refusals import (
    ContestAlreadyDecided,
    ContestAlreadyMade,
    DecidedByFinder,
    FactsChanged,
    FindingNotFound,
    NoPenaltyToContest,
    NotAllowed,
)
from whatmatters.payments.services import (
    contest_penalty,
    decide_contest,
    propose_run,
    release_run,
    set_calendar,
)
from whatmatters.people.services import record_death
from whatmatters.rules.lifecycles import PenaltyState
from whatmatters.rules.outcomes import Cause, EndReason

PERIODS = [ANCHOR + timedelta(days=28 * n) for n in range(6)]
LAST_DAY = date(2026, 6, 28)
# 278300 x 0.6 x (1 - 5/10) x 0.80 (never recorded off track: delay 1) = 66792 pence.
PENALTY = -66792


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _agreed(case: Case, person: Somebody, **terms: object) -> tuple[Planned, int]:
    contract = a_contract(case)
    planned = a_planned_version(case, person, contract, starts=ANCHOR, ends=LAST_DAY)
    agreement = a_plan_agreement(
        case,
        contract,
        person_id=person.id,
        source_id=planned.version_id,
        ends=LAST_DAY,
        terms=terms,
    )
    return planned, agreement


def _lines(case: Case, run_id: int) -> list[tuple[str, date, int, str, bool]]:
    shown = run(case.council_id, run_id)
    assert shown is not None
    return [(x.rule, x.period_corrected, x.pence, x.reason, x.held) for x in shown.lines]


def _paid(case: Case) -> list[tuple[int, int, int, int]]:
    rows = reversed(remittances(case.council_id))
    return [(r.earned, r.brought_forward, r.paid, r.carried) for r in rows]


def _end(case: Case, agreement: int, on: date, at: date, reason=EndReason.DIED) -> None:
    end_agreement(
        by=case.social_worker, at=moment(at), agreement_id=agreement, on=on, reason=reason
    )


def test_a_death_told_late_gives_back_the_days_after_it(case: Case, person: Somebody) -> None:
    _, agreement = _agreed(case, person)
    run_period(case, PERIODS[0])
    before = snapshot()
    # Died on 19 April, the 14th day: 278300 x 14 / 84 = 46383.33, so 46383 is earned.
    _end(case, agreement, date(2026, 4, 19), at=PERIODS[1] + timedelta(days=9))
    second = run_period(case, PERIODS[1])
    assert _lines(case, second) == [
        ("outcome_payments.instalment", PERIODS[0], 46383 - 92767, "late_fact", False)
    ]
    assert _paid(case) == [(92767, 0, 92767, 0), (-46384, 0, 0, -46384)]
    check_invariants(before)


def test_the_debit_is_carried_until_it_is_worked_off(case: Case, person: Somebody) -> None:
    _, agreement = _agreed(case, person)
    run_period(case, PERIODS[0])
    _end(case, agreement, date(2026, 4, 19), at=PERIODS[1] + timedelta(days=9))
    contract = a_contract(case)
    # 30000 pence over 28 days in the third period, and 40000 in the fourth.
    for start, cost in ((PERIODS[2], "300"), (PERIODS[3], "400")):
        plan = [{"what": "line:9", "cost": cost}]
        ends = start + timedelta(days=27)
        new = a_plan_agreement(case, contract, starts=start, ends=ends, plan=plan)
        _end(case, new, ends, at=start, reason=EndReason.REVIEWED)
    for start in PERIODS[1:4]:
        run_period(case, start)
    assert _paid(case)[1:] == [
        (-46384, 0, 0, -46384),
        (30000, -46384, 0, -16384),
        (40000, -16384, 23616, 0),
    ]
    check_invariants()


def test_a_death_that_nobody_ended_the_agreement_for_stops_pay(
    case: Case, person: Somebody
) -> None:
    _agreed(case, person)
    record_death(
        by=case.social_worker, at=moment(ANCHOR + timedelta(days=20)), person_id=person.id,
        on=date(2026, 4, 19),
    )  # fmt: skip
    first = run_period(case, PERIODS[0])
    assert _lines(case, first)[0][2] == 46383
    second = run_period(case, PERIODS[1])
    assert _lines(case, second) == []


def test_a_review_that_is_late_keeps_the_old_daily_price(case: Case, person: Somebody) -> None:
    _, agreement = _agreed(case, person)
    for start in PERIODS[:3]:
        run_period(case, start)
    # 278300 x (112 / 84) - 278300 = 92766.67
    overdue = run_period(case, PERIODS[3])
    assert _lines(case, overdue) == [
        ("outcome_payments.overdue", PERIODS[3], 92767, "outcome_payments.overdue", False)
    ]
    # Concluded on 5 August, told in the fifth period: support ended on 12 July, 14 days overdue.
    _end(case, agreement, date(2026, 7, 12), at=date(2026, 8, 5), reason=EndReason.REVIEWED)
    after = run_period(case, PERIODS[4])
    # 278300 x 98 / 84 - 278300 = 46383.33: of 92767 posted, 46384 goes back.
    assert _lines(case, after) == [
        ("outcome_payments.overdue", PERIODS[3], 46383 - 92767, "late_fact", False)
    ]
    check_invariants()


def test_an_agreement_signed_late_is_paid_from_its_first_day(case: Case, person: Somebody) -> None:
    a_plan_agreement(case, a_contract(case))
    run_period(case, PERIODS[0])
    contract = a_contract(case)
    late = a_plan_agreement(case, contract, at=moment(PERIODS[1] + timedelta(days=8)))
    second = run_period(case, PERIODS[1])
    theirs = [line for line in _lines(case, second) if line[2] in {92767, 92766}]
    assert ("outcome_payments.instalment", PERIODS[0], 92767, "late_fact", False) in theirs
    assert sum(x.pence for x in lines_of_agreements(case.council_id, [late])[late]) == 185533


def test_a_visit_recorded_late_is_paid_by_the_next_run(case: Case, person: Somebody) -> None:
    contract = a_contract(case, model="time_and_task", terms={"rate": 20})
    package = a_package(case, person, contract, starts=ANCHOR)
    sign_agreement(
        by=case.social_worker, at=moment(ANCHOR), contract_id=contract, person_id=person.id,
        source="package", source_id=package, starts=ANCHOR, ends=None, terms={},
    )  # fmt: skip
    a_visit(case, package, date(2026, 4, 7), 30)
    a_visit(case, package, date(2026, 4, 8), None)
    first = run_period(case, PERIODS[0])
    assert _lines(case, first) == [
        ("time_and_task.week", PERIODS[0], 1000, "time_and_task.week", False)
    ]
    a_visit(case, package, date(2026, 4, 9), 44, at=moment(PERIODS[1] + timedelta(days=9)))
    a_visit(case, package, date(2026, 5, 5), 31)
    second = run_period(case, PERIODS[1])
    assert _lines(case, second) == [
        ("time_and_task.week", PERIODS[1], 1000, "time_and_task.week", False),
        ("time_and_task.week", PERIODS[0], 1500, "late_fact", False),
    ]
    check_invariants()


def test_two_prices_inside_a_period_each_earn_their_own_days(case: Case, person: Somebody) -> None:
    _, agreement = _agreed(case, person)
    # Re-priced from 20 April (14 days earned: 46383), then 56 days at 56000 pence: 1000 a day.
    _end(case, agreement, date(2026, 4, 19), at=date(2026, 4, 18), reason=EndReason.EXCEPTION)
    plan = [{"what": "line:7", "cost": "560"}]
    a_plan_agreement(
        case, a_contract(case), starts=date(2026, 4, 20), ends=date(2026, 6, 14), plan=plan
    )
    first = run_period(case, PERIODS[0])
    assert sorted(line[2] for line in _lines(case, first)) == [14000, 46383]


def test_a_penalty_is_set_off_and_retention_released(case: Case, person: Somebody) -> None:
    planned, agreement = _agreed(case, person, retention_share=Decimal("0.05"))
    for start in PERIODS[:2]:
        run_period(case, start)
    judge(case, planned, tenths=(5, 10), on=LAST_DAY)
    _end(case, agreement, LAST_DAY, at=LAST_DAY, reason=EndReason.REVIEWED)
    last = run_period(case, PERIODS[2])
    told = {(rule, pence) for rule, _, pence, _, _ in _lines(case, last)}
    # 5% of 278300 is 13915; 5% of 185533 (9277) was held before, so 4638 more is held now.
    assert told == {
        ("outcome_payments.instalment", 92767 - 4638),
        ("outcome_payments.retention_released", 13915),
        ("outcome_payments.penalty", PENALTY),
    }
    assert sum(earned for earned, _, _, _ in _paid(case)) == 278300 + PENALTY
    check_invariants()


def test_a_penalty_to_be_repaid_is_never_set_off(case: Case, person: Somebody) -> None:
    planned, agreement = _agreed(case, person, collect="repayment")
    for start in PERIODS[:2]:
        run_period(case, start)
    judge(case, planned, tenths=(5, 10), on=LAST_DAY)
    _end(case, agreement, LAST_DAY, at=LAST_DAY, reason=EndReason.REVIEWED)
    run_period(case, PERIODS[2])
    assert sum(paid for _, _, paid, _ in _paid(case)) == 278300
    assert list(to_repay(case.council_id).values()) == [-PENALTY]
    check_invariants()


def _judged(case: Case, person: Somebody, **told: object) -> tuple[Planned, tuple[int, ...]]:
    planned, agreement = _agreed(case, person)
    for start in PERIODS[:2]:
        run_period(case, start)
    findings = judge(case, planned, tenths=(5, 10), on=LAST_DAY, **told)
    _end(case, agreement, LAST_DAY, at=LAST_DAY, reason=EndReason.REVIEWED)
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
    held = [line for line in _lines(case, third) if line[4]]
    assert [(line[0], line[2]) for line in held] == [("outcome_payments.penalty", PENALTY)]
    assert _paid(case)[-1] == (92767, 0, 92767, 0)
    assert penalties(case.council_id, [finding])[finding].state is PenaltyState.CONTESTED
    _decide(case, contest, PERIODS[3] + timedelta(days=5), PenaltyState.UPHELD)
    run_period(case, PERIODS[3])
    assert _paid(case)[-1] == (PENALTY, 0, 0, PENALTY)
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
    assert sorted((x[2], x[3], x[4]) for x in _lines(case, fourth)) == [
        (PENALTY, "outcome_payments.penalty", True),
        (-PENALTY, "late_fact", False),
    ]
    _decide(case, contest, PERIODS[4] + timedelta(days=3), PenaltyState.WITHDRAWN)
    fifth = run_period(case, PERIODS[4])
    assert _lines(case, fifth) == []
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
    planned, agreement = _agreed(case, person)
    retire(case, planned.outcome_ids[0], on=LAST_DAY - timedelta(days=3))
    judge(case, planned, tenths=(5, 10), on=LAST_DAY, cause=Cause.PROVIDER)
    _end(case, agreement, LAST_DAY, at=LAST_DAY, reason=EndReason.REVIEWED)
    for start in PERIODS[:3]:
        run_period(case, start)
    assert sum(earned for earned, _, _, _ in _paid(case)) == 278300


def test_a_fact_between_proposal_and_release_refuses_the_release(
    case: Case, person: Somebody
) -> None:
    _, agreement = _agreed(case, person)
    at = moment(PERIODS[1] + timedelta(days=1))
    proposed = propose_run(by=case.finance, at=at, period_start=PERIODS[0])
    _end(case, agreement, date(2026, 4, 19), at=PERIODS[1] + timedelta(days=1))
    with pytest.raises(FactsChanged):
        release_run(by=case.finance_two, at=at, run_id=proposed.run_id)
    again = propose_run(by=case.finance, at=at, period_start=PERIODS[0])
    assert (again.new, again.total_pence) == (True, 46383)
    assert release_run(by=case.finance_two, at=at, run_id=again.run_id).paid_pence == 46383
    check_invariants()


def test_late_judgement_is_posted_to_the_period_it_was_made_in(
    case: Case, person: Somebody
) -> None:
    planned, agreement = _agreed(case, person)
    for start in PERIODS[:3]:
        run_period(case, start)
    told = PERIODS[3] + timedelta(days=10)
    judge(case, planned, tenths=(5, 10), on=LAST_DAY, at=moment(told))
    _end(case, agreement, LAST_DAY, at=told, reason=EndReason.REVIEWED)
    fourth = run_period(case, PERIODS[3])
    assert _lines(case, fourth) == [
        ("outcome_payments.penalty", PERIODS[2], PENALTY, "outcome_payments.penalty", False)
    ]


def test_an_end_told_long_before_its_day_releases_what_was_held(
    case: Case, person: Somebody
) -> None:
    _, agreement = _agreed(case, person, retention_share=Decimal("0.05"))
    # Told on 7 April for 15 June: 71 days earn 278300 x 71 / 84 = 235229.76.
    _end(case, agreement, date(2026, 6, 15), at=date(2026, 4, 7), reason=EndReason.MOVED)
    for start in PERIODS[:3]:
        run_period(case, start)
    assert sum(earned for earned, _, _, _ in _paid(case)) == 235230


def test_a_judgement_made_before_a_late_run_of_the_period_before(
    case: Case, person: Somebody
) -> None:
    planned, agreement = _agreed(case, person)
    # Judged on 1 July, in the fourth period; the third is run as late as 24 July.
    judge(case, planned, tenths=(5, 10), on=date(2026, 7, 1))
    _end(case, agreement, LAST_DAY, at=date(2026, 7, 1), reason=EndReason.REVIEWED)
    for start in PERIODS[:3]:
        run_period(case, start, at=moment(date(2026, 7, 24)))
    assert sum(earned for earned, _, _, _ in _paid(case)) == 278300
    fourth = run_period(case, PERIODS[3])
    assert [line[2] for line in _lines(case, fourth)] == [PENALTY]
