"""Terms that change inside a period: cut at that date, for agreements that run (issue 2).

Figures by hand: 278300 pence over 84 days from 6 April 2026; periods earn 92767, 92766, 92767; by
20 April 46383 is earned. A package of one call of 30 minutes: 10.00 a call at 20 pounds an hour.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.judged import a_package, a_visit, judge
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from tests.fixtures.paying import LAST_DAY, PERIODS, agreed, end, lines, paid
from whatmatters.commissioning.queries import agreement_facts, terms_versions
from whatmatters.commissioning.queries.refusals import TermsRefused
from whatmatters.commissioning.services import RateGiven, new_rate, new_terms, sign_agreement
from whatmatters.payments.queries import lines_of_agreements
from whatmatters.payments.queries.refusals import FactsChanged
from whatmatters.payments.services import preview_run, propose_run, release_run, set_calendar
from whatmatters.rules.outcomes import Band, EndReason

WEEK, INSTALMENT = "time_and_task.week", "outcome_payments.instalment"
SECOND = PERIODS[1] + timedelta(days=9)


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _terms(
    case: Case, contract: int, starts: date, terms: Mapping[str, object], at: date = ANCHOR
) -> None:
    new_terms(by=case.commissioner, at=moment(at), contract_id=contract, starts=starts, terms=terms)


def _package(case: Case, person: Somebody, contract: int, **terms: object) -> tuple[int, int]:
    package = a_package(case, person, contract, starts=ANCHOR)
    agreement = sign_agreement(
        by=case.social_worker, at=moment(ANCHOR), contract_id=contract, person_id=person.id,
        source="package", source_id=package, starts=ANCHOR, ends=None, terms=terms,
    )  # fmt: skip
    return package, agreement


def _calls(case: Case, package: int, *days: date) -> None:
    for day in days:
        a_visit(case, package, day, 30)


def _of(case: Case, agreement: int) -> list[tuple[str, str, date, int, str]]:
    found = lines_of_agreements(case.council_id, [agreement]).get(agreement, ())
    return [(x.rule, x.subject, x.period_corrected, x.pence, x.reason) for x in found]


def test_an_hour_costs_more_from_a_wednesday(case: Case, person: Somebody) -> None:
    contract = a_contract(case, model="time_and_task", terms={"rate": 20})
    package, agreement = _package(case, person, contract)
    _terms(case, contract, date(2026, 4, 22), {"rate": Decimal("21.50")})
    # Week of 20 April: Tuesday 1000, Thursday 1075. Week of 27 April: 1075. Week of 6 April: 1000.
    _calls(case, package, date(2026, 4, 7), date(2026, 4, 21), date(2026, 4, 23), date(2026, 4, 28))
    run_period(case, PERIODS[0])
    assert _of(case, agreement) == [
        (WEEK, "2026-04-06", ANCHOR, 1000, WEEK),
        (WEEK, "2026-04-20", ANCHOR, 1000, WEEK),
        (WEEK, "2026-04-20/2026-04-22", ANCHOR, 1075, WEEK),
        (WEEK, "2026-04-27", ANCHOR, 1075, WEEK),
    ]
    check_invariants()


def test_terms_dated_back_are_paid_as_a_dated_adjustment(case: Case, person: Somebody) -> None:
    contract = a_contract(case, model="time_and_task", terms={"rate": 20})
    package, agreement = _package(case, person, contract)
    _calls(case, package, date(2026, 4, 7), date(2026, 4, 21), date(2026, 4, 23))
    run_period(case, PERIODS[0])
    before = snapshot()
    _terms(case, contract, date(2026, 4, 22), {"rate": Decimal("21.50")}, at=SECOND)
    shown = preview_run(by=case.finance, at=moment(PERIODS[2]), period_start=PERIODS[1])
    # The week was posted whole as 2000: its first part is 1000, its second 1075.
    assert [(x.key.subject, x.pence, x.reason) for x in shown.lines] == [
        ("2026-04-20", -1000, "late_fact"),
        ("2026-04-20/2026-04-22", 1075, "late_fact"),
    ]
    second = run_period(case, PERIODS[1])
    assert [(x[1], x[2]) for x in lines(case, second)] == [(ANCHOR, -1000), (ANCHOR, 1075)]
    assert sum(line[3] for line in _of(case, agreement)) == 3075
    assert lines(case, run_period(case, PERIODS[2])) == []
    check_invariants(before)


def test_terms_from_before_its_first_day_written_later_hold_from_its_first_day(
    case: Case, person: Somebody
) -> None:
    contract = a_contract(case, model="time_and_task", terms={"rate": 20})
    package, agreement = _package(case, person, contract)
    _calls(case, package, date(2026, 4, 7))
    run_period(case, PERIODS[0])
    _terms(case, contract, date(2026, 3, 2), {"rate": 22}, at=SECOND)
    run_period(case, PERIODS[1])
    assert [line[3] for line in _of(case, agreement)] == [1000, 100]


def test_a_rate_of_its_own_stays_and_one_that_is_the_contracts_follows(
    case: Case, person: Somebody
) -> None:
    contract = a_contract(case, model="time_and_task", terms={"rate": 20})
    same, follows = _package(case, person, contract, rate=Decimal("20.0000"))
    other, keeps = _package(case, person, contract, rate=Decimal(24))
    for package in (same, other):
        _calls(case, package, date(2026, 4, 7), date(2026, 4, 21))
    _terms(case, contract, date(2026, 4, 20), {"rate": 22})
    run_period(case, PERIODS[0])
    assert [line[3] for line in _of(case, follows)] == [1000, 1100]
    assert [line[3] for line in _of(case, keeps)] == [1200, 1200]


def test_a_share_held_back_from_inside_a_period_cuts_it(case: Case, person: Somebody) -> None:
    planned, agreement = agreed(case, person)
    (facts,) = agreement_facts(case.council_id, ids=[agreement])
    _terms(case, facts.contract_id, date(2026, 4, 20), {"retention_share": Decimal("0.05")})
    for start in PERIODS[:2]:
        run_period(case, start)
    judge(case, planned, tenths=(10, 10), on=LAST_DAY)
    end(case, agreement, LAST_DAY, at=LAST_DAY, reason=EndReason.REVIEWED)
    run_period(case, PERIODS[2])
    # Held: 0.05 x 46384 = 2319.2; 0.05 x 139150 = 6957.5: 6958; 0.05 x 231917 = 11595.85: 11596.
    released = "outcome_payments.retention_released"
    assert _of(case, agreement) == [
        (INSTALMENT, "", PERIODS[0], 46383, INSTALMENT),
        (INSTALMENT, "2026-04-20", PERIODS[0], 46384 - 2319, INSTALMENT),
        (INSTALMENT, "", PERIODS[1], 92766 - 4639, INSTALMENT),
        (INSTALMENT, "", PERIODS[2], 92767 - 4638, INSTALMENT),
        (released, "", PERIODS[2], 11596, released),
    ]
    assert sum(earned for earned, _, _, _ in paid(case)) == 278300
    check_invariants()


def test_a_share_that_the_three_agreed_for_themselves_stays(case: Case, person: Somebody) -> None:
    _, agreement = agreed(case, person, retention_share=Decimal("0.1"))
    (facts,) = agreement_facts(case.council_id, ids=[agreement])
    _terms(case, facts.contract_id, date(2026, 4, 20), {"retention_share": Decimal("0.05")})
    run_period(case, PERIODS[0])
    assert [line[3] for line in _of(case, agreement)] == [92767 - 9277]


def test_a_new_rate_prices_no_signed_plan_anew(case: Case, person: Somebody) -> None:
    _, agreement = agreed(case, person)
    (facts,) = agreement_facts(case.council_id, ids=[agreement])
    given = RateGiven(Band.STANDARD, Decimal("30"), date(2026, 4, 20), None, "uplift letter")
    new_rate(by=case.commissioner, at=moment(ANCHOR), contract_id=facts.contract_id, rate=given)
    _terms(case, facts.contract_id, date(2026, 4, 21), {"standard_rate": 30})
    for start in PERIODS[:3]:
        run_period(case, start)
    assert [line[3] for line in _of(case, agreement)] == [92767, 92766, 92767]


@pytest.mark.parametrize(("starts", "penalty"), [(LAST_DAY, 33396), (date(2026, 6, 29), 66792)])
def test_a_penalty_is_worked_under_the_terms_of_the_plans_last_day(
    case: Case, person: Somebody, starts: date, penalty: int
) -> None:
    """278300 x 0.6 x 0.5 x the ceiling: 0.40 gives 33396, 0.80 gives 66792."""
    planned, agreement = agreed(case, person)
    (facts,) = agreement_facts(case.council_id, ids=[agreement])
    _terms(case, facts.contract_id, starts, {"ceiling": Decimal("0.40")})
    for start in PERIODS[:3]:
        run_period(case, start)
    told = PERIODS[3] + timedelta(days=10)
    judge(case, planned, tenths=(5, 10), on=told)
    end(case, agreement, told, at=told, reason=EndReason.REVIEWED)
    fourth = run_period(case, PERIODS[3])
    assert ("outcome_payments.penalty", -penalty) in [(x[0], x[2]) for x in lines(case, fourth)]


def test_terms_written_after_the_proposal_refuse_its_release(case: Case, person: Somebody) -> None:
    _, agreement = agreed(case, person)
    (facts,) = agreement_facts(case.council_id, ids=[agreement])
    at = moment(PERIODS[1] + timedelta(days=1))
    proposed = propose_run(by=case.finance, at=at, period_start=PERIODS[0])
    # Terms that are still to come change nothing in this run.
    _terms(case, facts.contract_id, PERIODS[1], {"floor": Decimal("0.4")})
    same = propose_run(by=case.finance, at=at, period_start=PERIODS[0])
    assert (same.run_id, same.new) == (proposed.run_id, False)
    _terms(case, facts.contract_id, date(2026, 4, 20), {"retention_share": Decimal("0.05")})
    with pytest.raises(FactsChanged):
        release_run(by=case.finance_two, at=at, run_id=proposed.run_id)
    again = propose_run(by=case.finance, at=at, period_start=PERIODS[0])
    assert (again.new, again.total_pence) == (True, 92767 - 2319)
    release_run(by=case.finance_two, at=at, run_id=again.run_id)
    check_invariants()


def test_terms_that_nothing_could_be_assessed_under_are_refused_whole(case: Case) -> None:
    contract = a_contract(case)
    a_plan_agreement(case, contract)
    terms = {"retention_share": Decimal("1.5"), "cieling": Decimal("0.5")}
    with pytest.raises(TermsRefused) as told:
        _terms(case, contract, date(2026, 4, 20), terms)
    assert {problem.where for problem in told.value.problems} == {
        "agreement.terms.retention_share",
        "agreement.terms.cieling",
    }
    assert len(terms_versions(case.council_id)[contract]) == 1
