"""Hospital stays: recorded in bulk, ended once, never of another council."""

from datetime import date

import pytest

from tests.fixtures.case import STARTS, a_case, a_person, moment
from whatmatters.access.models import AuditEvent
from whatmatters.delivery.models import HospitalStay
from whatmatters.delivery.queries import StayFacts, hospital_stays, in_hospital, timeline
from whatmatters.delivery.services import (
    AlreadyDischarged,
    DischargedBeforeAdmitted,
    StayAlreadyRecorded,
    StayGiven,
    discharge,
    record_stays,
)
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.refusals import Absent

AT = moment(date(2026, 5, 20))


def test_a_stay_counts_from_admission_to_discharge(db: None) -> None:
    case = a_case()
    mair = a_person(case)
    stays = [StayGiven(mair.id, date(2026, 5, 4))]
    (stay_id,) = record_stays(by=case.social_worker, at=AT, stays=stays)
    assert in_hospital(case.council_id, date(2026, 5, 3)) == frozenset()
    assert in_hospital(case.council_id, date(2026, 5, 20)) == {mair.id}
    discharge(by=case.social_worker, at=AT, stay_id=stay_id, on=date(2026, 5, 18))
    assert in_hospital(case.council_id, date(2026, 5, 18)) == {mair.id}
    assert in_hospital(case.council_id, date(2026, 5, 19)) == frozenset()
    assert hospital_stays(case.council_id, [mair.id]) == {
        mair.id: (StayFacts(stay_id, mair.id, date(2026, 5, 4), date(2026, 5, 18)),)
    }
    told = [(item.code, item.on) for item in timeline(case.council_id, mair.id)]
    assert told == [("discharged", date(2026, 5, 18)), ("admitted", date(2026, 5, 4))]


@pytest.mark.parametrize(
    ("admitted", "discharged", "refusal"),
    [
        (date(2026, 5, 4), date(2026, 5, 3), DischargedBeforeAdmitted),
        (date(2026, 5, 21), None, DayNotReached),
        (date(2026, 5, 4), date(2026, 5, 21), DayNotReached),
    ],
    ids=["backwards", "not begun", "not ended"],
)
def test_impossible_stays_leave_no_trace(
    db: None, admitted: date, discharged: date | None, refusal: type[Exception]
) -> None:
    case = a_case()
    mair = a_person(case)
    before = AuditEvent.objects.count()
    whole = StayGiven(mair.id, STARTS)
    with pytest.raises(refusal):
        record_stays(
            by=case.social_worker,
            at=AT,
            stays=[whole, StayGiven(mair.id, admitted, discharged)],
        )
    assert not HospitalStay.objects.exists()
    assert AuditEvent.objects.count() == before


def test_the_same_stay_twice_and_a_second_discharge_are_refused(db: None) -> None:
    case = a_case()
    mair = a_person(case)
    given = [StayGiven(mair.id, date(2026, 5, 4), date(2026, 5, 5))]
    (stay_id,) = record_stays(by=case.social_worker, at=AT, stays=given)
    with pytest.raises(StayAlreadyRecorded):
        record_stays(by=case.social_worker, at=AT, stays=given)
    with pytest.raises(AlreadyDischarged):
        discharge(by=case.social_worker, at=AT, stay_id=stay_id, on=date(2026, 5, 6))


def test_another_councils_people_and_stays_are_absent(db: None) -> None:
    case, other = a_case(), a_case("W06000003")
    mair = a_person(case)
    given = [StayGiven(mair.id, date(2026, 5, 4))]
    with pytest.raises(Absent):
        record_stays(by=other.social_worker, at=AT, stays=given)
    (stay_id,) = record_stays(by=case.social_worker, at=AT, stays=given)
    with pytest.raises(Absent):
        discharge(by=other.social_worker, at=AT, stay_id=stay_id, on=date(2026, 5, 6))
    assert hospital_stays(other.council_id, [mair.id]) == {}
