"""A hospital stay is recorded as a pause and changes no pay (commissioning-models, our default)."""

from datetime import date

from tests.fixtures.case import a_case, a_person, moment
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import PERIODS, agreed, lines
from whatmatters.delivery.services import StayGiven, record_stays
from whatmatters.payments.services import propose_run, set_calendar


def test_a_stay_in_hospital_changes_no_pay_and_no_fact_of_a_run(db: None) -> None:
    case = a_case()
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    person = a_person(case)
    agreed(case, person)
    first = propose_run(by=case.finance, at=moment(PERIODS[1]), period_start=PERIODS[0])
    stay = StayGiven(person.id, date(2026, 4, 13), date(2026, 5, 20))
    record_stays(by=case.social_worker, at=moment(date(2026, 5, 21)), stays=[stay])
    again = propose_run(by=case.finance, at=moment(PERIODS[2]), period_start=PERIODS[0])
    assert (again.run_id, again.new) == (first.run_id, False)
    for start, pence in ((PERIODS[0], 92767), (PERIODS[1], 92766)):
        run = run_period(case, start)
        assert [line[2] for line in lines(case, run)] == [pence]
