"""Results paid from records, to the penny as `assess`.

Before 30 of 200 = 0.1500 (Wilson 0.1071 to 0.2061). 14 of 200 = 0.0700 (0.0422 to 0.1141): -0.0800,
from -0.1426 to -0.0185, a change; under a tenth, over a twentieth: 5,000.00. 8 of 200 = 0.0400
(0.0204 to 0.0769): -0.1100, from -0.1694 to -0.0534; a twentieth: 12,000.00. 20 of 200 = 0.1000
(0.0657 to 0.1494): -0.0500, from -0.0500 - sqrt(0.0343^2 + 0.0561^2) = -0.1157 to
-0.0500 + sqrt(0.0494^2 + 0.0429^2) = 0.0154: too few to tell, though a tenth was reached.
"""

from datetime import date
from fractions import Fraction

import pytest

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR, a_plan_agreement, run_period
from tests.fixtures.paying import PERIODS, lines
from tests.fixtures.resulted import DAY, FIRST, a_scheme, agreed, both, like, told
from tests.fixtures.shifted import nhs
from whatmatters.commissioning.queries.refusals import AgreementRefused
from whatmatters.payments.queries import run
from whatmatters.payments.queries.refusals import FactsChanged
from whatmatters.payments.services import propose_run, release_run, set_calendar
from whatmatters.results.services import end_results
from whatmatters.rules.outcomes import EndReason

RESULT, TOO_FEW = "community_outcome.result", "community_outcome.too_few_to_tell"
LATE = "late_fact"
SECOND, THIRD = PERIODS[1], PERIODS[2]


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def paid(case: Case, start: date) -> list[tuple[date, int, str]]:
    return [(when, pence, why) for _, when, pence, why, _ in lines(case, run_period(case, start))]


def test_a_count_is_paid_once_in_the_four_weeks_of_its_yes_by_each_payer(case: Case) -> None:
    """5,000.00: 0.65 of it is 3,250.00 and 0.35 is 1,750.00."""
    council = case.council_organisation_id
    contract = a_scheme(case, funders=((council, Fraction(13, 20)), (nhs(case), Fraction(7, 20))))
    told(case, contract, FIRST, SECOND)
    assert paid(case, ANCHOR) == []
    agreed(case, contract, 1, SECOND + DAY)
    shown = run(case.council_id, run_period(case, SECOND))
    assert shown is not None
    assert [(x.subject, x.payer_id == council, x.pence, x.reason) for x in shown.lines] == [
        ("result:1", True, 325_000, RESULT),
        ("result:1", False, 175_000, RESULT),
    ]
    assert {one.payee_id for one in shown.lines} == {case.provider_id}
    assert paid(case, THIRD) == []
    check_invariants()


def test_too_few_to_tell_is_a_line_of_nothing_with_its_numbers(case: Case) -> None:
    contract = a_scheme(case)
    both(case, contract, like(events=20), SECOND)
    run_period(case, ANCHOR)
    shown = run(case.council_id, run_period(case, SECOND))
    assert shown is not None
    (line,) = shown.lines
    assert (line.pence, line.reason) == (0, TOO_FEW)
    figures = ("events", "people", "difference", "lower", "upper", "measured_first")
    told_in = [line.inputs[one] for one in figures]
    assert told_in == [20, 200, "-0.0500", "-0.1157", "0.0154", "2026-04-06"]
    check_invariants()


def test_a_count_that_is_put_right_is_a_line_once_it_has_its_yes(case: Case) -> None:
    contract = a_scheme(case)
    run_period(case, ANCHOR)
    both(case, contract, FIRST, SECOND)
    assert paid(case, SECOND) == [(SECOND, 500_000, RESULT)]
    before = snapshot()
    told(case, contract, like(events=8), THIRD, seen=1)
    assert paid(case, THIRD) == []
    agreed(case, contract, 1, PERIODS[3], seen=2)
    assert paid(case, PERIODS[3]) == [(SECOND, 700_000, LATE)]
    both(case, contract, like(events=20), PERIODS[4], seen=2)
    assert paid(case, PERIODS[4]) == [(SECOND, -1_200_000, LATE)]
    assert paid(case, PERIODS[5]) == []
    check_invariants(before)


def test_a_period_that_was_not_over_on_the_last_day_is_given_back(case: Case) -> None:
    """The second period ends on 31 May. An end of 30 May, told later, takes it away alone."""
    contract = a_scheme(case)
    for start in (ANCHOR, SECOND):
        run_period(case, start)
    both(case, contract, FIRST, THIRD)
    both(case, contract, like(measured=2, events=8), THIRD)
    assert sorted(paid(case, THIRD)) == [(THIRD, 500_000, RESULT), (THIRD, 1_200_000, RESULT)]
    over = {"by": case.commissioner, "contract_id": contract, "reason": EndReason.REPLACED}
    end_results(**over, at=moment(PERIODS[3]), on=date(2026, 5, 30))
    assert paid(case, PERIODS[3]) == [(THIRD, -1_200_000, LATE)]
    end_results(**over, at=moment(PERIODS[4]), on=ANCHOR - DAY)
    assert paid(case, PERIODS[4]) == [(THIRD, -500_000, LATE)]
    check_invariants()


def test_what_was_measured_before_the_last_day_is_paid_when_it_is_agreed_later(case: Case) -> None:
    contract = a_scheme(case, ends=SECOND - DAY)
    for start in (ANCHOR, SECOND, THIRD):
        run_period(case, start)
    both(case, contract, FIRST, PERIODS[3] + DAY)
    assert paid(case, PERIODS[3]) == [(PERIODS[3], 500_000, RESULT)]


def test_a_yes_after_the_proposal_stops_its_release(case: Case) -> None:
    contract = a_scheme(case)
    run_period(case, ANCHOR)
    both(case, contract, FIRST, SECOND)
    proposed = propose_run(by=case.finance, at=moment(THIRD), period_start=SECOND)
    both(case, contract, like(events=8), THIRD, seen=1)
    with pytest.raises(FactsChanged):
        release_run(by=case.finance_two, at=moment(THIRD), run_id=proposed.run_id)


def test_somebody_s_own_plan_is_not_signed_under_it(case: Case) -> None:
    with pytest.raises(AgreementRefused) as refused:
        a_plan_agreement(case, a_scheme(case))
    assert [one.code for one in refused.value.problems] == ["model_pays_no_plan"]
