"""Legacy packages: records with their agreement; visits in bulk, late ones with their own time."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.fixtures.case import STARTS, Case, Somebody, a_case, a_person, an_actor, moment
from whatmatters.access.models import AuditEvent
from whatmatters.commissioning.queries import agreement_facts, agreements_of_sources
from whatmatters.commissioning.services import FunderGiven, open_contract
from whatmatters.delivery.models import LegacyPackage, PackageVisit
from whatmatters.delivery.queries import (
    VisitFacts,
    packages,
    packages_with_visits_recorded,
    static_packages,
    timeline,
    visits,
)
from whatmatters.delivery.services import (
    AlreadyEnded,
    NotYoursToRecord,
    PackageEnding,
    PackageGiven,
    PackageImpossible,
    VisitAlreadyRecorded,
    VisitGiven,
    VisitImpossible,
    VisitOutsidePackage,
    close_packages,
    end_packages,
    record_visits,
    take_on_packages,
)
from whatmatters.home.services import someone_died
from whatmatters.people.queries import died_on
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role

AT = moment(date(2026, 5, 20))
MONDAY = date(2026, 5, 4)


def a_legacy_contract(case: Case) -> int:
    """A time-and-task contract of the case's provider, paid by the council alone."""
    return open_contract(
        by=case.commissioner,
        at=moment(STARTS),
        provider_id=case.provider_id,
        model="time_and_task",
        reference="TT-1",
        patch_id=None,
        starts=STARTS - timedelta(days=365),
        ends=None,
        terms={},
        rates=[],
        funders=[FunderGiven(case.council_organisation_id, 1, 1)],
    )


def a_package(case: Case, somebody: Somebody, contract_id: int, **changed: Any) -> PackageGiven:
    """Three calls a day of 30 minutes at 18.50 pounds an hour, from `STARTS`."""
    given = {
        "person_id": somebody.id,
        "contract_id": contract_id,
        "starts": STARTS,
        "calls_per_day": 3,
        "minutes_per_call": 30,
        "tasks": "Ymolchi a brecwast",
        "rate": Decimal("18.50"),
    }
    return PackageGiven(**(given | changed))


def taken_on(case: Case, **changed: Any) -> tuple[int, Somebody]:
    """A person with one package."""
    mair = a_person(case)
    given = [a_package(case, mair, a_legacy_contract(case), **changed)]
    (package_id,) = take_on_packages(by=case.social_worker, at=AT, packages=given)
    return package_id, mair


def test_a_package_is_signed_as_it_is_recorded(db: None) -> None:
    case = a_case()
    package_id, mair = taken_on(case)
    found = agreements_of_sources(case.council_id, "package", [package_id])
    (facts,) = agreement_facts(case.council_id, ids=found.values())
    assert (facts.model, facts.person_id, facts.starts, facts.ends) == (
        "time_and_task",
        mair.id,
        STARTS,
        None,
    )
    assert facts.terms["rate"] == Decimal("18.50")
    assert [p.tasks for p in packages(case.council_id, person_ids=[mair.id])] == [
        "Ymolchi a brecwast"
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"calls_per_day": 0},
        {"minutes_per_call": 0},
        {"calls_per_day": 49},
        {"rate": Decimal("-0.01")},
        {"rate": Decimal("NaN")},
        {"ends": STARTS - timedelta(days=1)},
    ],
    ids=["no calls", "no minutes", "more than a day", "below zero", "no number", "backwards"],
)
def test_impossible_packages_leave_no_trace(db: None, changed: dict[str, Any]) -> None:
    case = a_case()
    with pytest.raises(PackageImpossible):
        taken_on(case, **changed)
    assert packages(case.council_id) == ()


def test_visits_come_back_by_day_and_call_for_every_package_asked_for(db: None) -> None:
    case = a_case()
    package_id, _ = taken_on(case)
    given = [
        VisitGiven(package_id, MONDAY + timedelta(days=1), 1, 30, 28),
        VisitGiven(package_id, MONDAY, 2, 30, None, Decimal("3.5")),
        VisitGiven(package_id, MONDAY, 1, 30, None),
    ]
    assert record_visits(by=case.manager, at=AT, visits=given) == 3
    found = visits([package_id, 999], MONDAY, MONDAY + timedelta(days=1))
    assert found == {
        package_id: (
            VisitFacts(MONDAY, 30, None, None, AT),
            VisitFacts(MONDAY, 30, None, Decimal("3.50"), AT),
            VisitFacts(MONDAY + timedelta(days=1), 30, 28, None, AT),
        ),
        999: (),
    }
    assert visits([package_id], MONDAY, MONDAY)[package_id][1:] == found[package_id][1:2]


def test_a_late_visit_keeps_the_moment_at_which_it_was_known(db: None) -> None:
    case = a_case()
    package_id, mair = taken_on(case)
    on_time = [VisitGiven(package_id, MONDAY, 1, 30, 30)]
    record_visits(by=case.manager, at=AT, visits=on_time)
    late = AT + timedelta(days=30)
    record_visits(by=case.manager, at=late, visits=[VisitGiven(package_id, MONDAY, 2, 30, None)])
    told = visits([package_id], MONDAY, MONDAY)[package_id]
    assert [visit.recorded_at for visit in told] == [AT, late]
    council = case.council_id
    assert packages_with_visits_recorded(council, late, date(2026, 6, 1)) == {package_id}
    assert packages_with_visits_recorded(council, late, MONDAY) == frozenset()
    assert packages_with_visits_recorded(council, None, date(2026, 6, 1)) == {package_id}
    codes = [item.code for item in timeline(council, mair.id)]
    assert codes == ["visit_missed", "package_started"]


@pytest.mark.parametrize(
    ("visit", "refusal"),
    [
        ({"date": STARTS - timedelta(days=1)}, VisitOutsidePackage),
        ({"date": date(2026, 5, 11)}, VisitOutsidePackage),
        ({"call": 0}, VisitImpossible),
        ({"planned": 0}, VisitImpossible),
        ({"delivered": -1}, VisitImpossible),
        ({"cancelled_hours_before": Decimal(1), "delivered": 30}, VisitImpossible),
        ({"date": MONDAY, "call": 9}, VisitAlreadyRecorded),
    ],
)
def test_impossible_visits_leave_no_trace(
    db: None, visit: dict[str, Any], refusal: type[Exception]
) -> None:
    case = a_case()
    package_id, _ = taken_on(case, ends=date(2026, 5, 10))
    plain = {"package_id": package_id, "date": MONDAY, "call": 1, "planned": 30, "delivered": 30}
    wanted = [VisitGiven(**(plain | {"call": 9})), VisitGiven(**(plain | visit))]
    before = AuditEvent.objects.count()
    with pytest.raises(refusal):
        record_visits(by=case.manager, at=AT, visits=wanted)
    assert not PackageVisit.objects.exists()
    assert AuditEvent.objects.count() == before


def test_minutes_are_recorded_by_the_packages_own_provider_or_the_council(db: None) -> None:
    case = a_case()
    package_id, mair = taken_on(case)
    given = [VisitGiven(package_id, MONDAY, 1, 30, 30)]
    stranger = an_actor(case.system, Role.PROVIDER_MANAGER, case.council_organisation_id)
    for nobody in (stranger, mair.actor, case.finance):
        with pytest.raises(NotYoursToRecord):
            record_visits(by=nobody, at=AT, visits=given)
    taken = a_package(case, mair, packages(case.council_id)[0].contract_id)
    with pytest.raises(NotYoursToRecord):
        take_on_packages(by=case.manager, at=AT, packages=[taken])
    other = a_case("W06000003")
    with pytest.raises(Absent):
        record_visits(by=other.manager, at=AT, visits=given)


def test_a_package_ends_once_with_its_agreement(db: None) -> None:
    case = a_case()
    package_id, mair = taken_on(case)
    close_packages(
        by=case.social_worker,
        at=AT,
        person_ids=[mair.id],
        on=date(2026, 5, 12),
        reason=EndReason.DIED,
    )
    (facts,) = agreement_facts(case.council_id)
    assert (facts.ended_on, facts.end_reason) == (date(2026, 5, 12), "died")
    ending = PackageEnding(package_id, date(2026, 5, 13), EndReason.MOVED)
    with pytest.raises(AlreadyEnded):
        end_packages(by=case.social_worker, at=AT, endings=[ending])


def test_a_death_before_a_last_day_that_was_told_is_not_refused(db: None) -> None:
    """Its agreement is brought forward to the day of the death."""
    case = a_case()
    package_id, mair = taken_on(case)
    who = {"by": case.social_worker, "at": AT}
    later = PackageEnding(package_id, date(2026, 6, 14), EndReason.REPLACED)
    end_packages(**who, endings=[later])
    someone_died(**who, person_id=mair.id, on=date(2026, 5, 12))
    assert LegacyPackage.objects.get().ends == date(2026, 5, 12)
    (facts,) = agreement_facts(case.council_id)
    assert (facts.ended_on, facts.end_reason) == (date(2026, 5, 12), "died")
    assert died_on([mair.id]) == {mair.id: date(2026, 5, 12)}


def test_a_package_that_never_began_earns_nothing(db: None) -> None:
    case = a_case()
    _, mair = taken_on(case, starts=date(2026, 6, 1))
    on = date(2026, 5, 12)
    close_packages(by=case.social_worker, at=AT, person_ids=[mair.id], on=on, reason=EndReason.DIED)
    assert agreement_facts(case.council_id)[0].ended_on == date(2026, 5, 31)


def test_packages_that_nobody_changed_are_found(db: None) -> None:
    case = a_case()
    package_id, mair = taken_on(case)
    day = STARTS + timedelta(weeks=10)
    (found,) = static_packages(case.council_id, on=day, weeks=10)
    assert (found.package_id, found.person_id, found.weeks) == (package_id, mair.id, 10)
    assert static_packages(case.council_id, on=day - timedelta(days=1), weeks=10) == ()
