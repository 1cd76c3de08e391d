"""From a package of time and task to a draft of a plan, and both side by side (R-TN-01)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.delivery.test_packages import taken_on
from tests.fixtures.case import a_case, a_contract, moment
from whatmatters.delivery.queries.mirroring import package_beside
from whatmatters.delivery.services.mirroring import (
    AlreadyMirrored,
    MirrorGiven,
    NoContractForPlans,
    mirror_package,
)
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.services import NotYoursToWrite
from whatmatters.rules.mirroring import Timetable, hours_of, mirrored, needs_of

MONDAY = date(2026, 6, 1)
TASKS = "Wash and dress; breakfast; tablets"


def _given(package_id: int) -> MirrorGiven:
    return MirrorGiven(package_id, MONDAY, 4, frozenset({"tablets"}), 30)


def test_the_hours_stay_and_the_clock_times_go() -> None:
    timetable = Timetable(3, 25, TASKS)
    ends = MONDAY + timedelta(days=6)
    assert hours_of(timetable, MONDAY, ends) == Decimal("8.75")
    lines = mirrored(timetable, MONDAY, ends, must=["tablets"], tolerance_minutes=30)
    assert [(line.what, line.hours) for line in lines] == [
        ("Wash and dress", Decimal("2.92")),
        ("breakfast", Decimal("2.92")),
        ("tablets", Decimal("2.91")),
    ]
    assert [(line.critical, line.tolerance_minutes) for line in lines] == [
        (False, None),
        (False, None),
        (True, 30),
    ]


def test_needs_are_read_from_lines_semicolons_or_commas() -> None:
    assert needs_of("Wash\nbreakfast, tea") == ("Wash", "breakfast, tea")
    assert needs_of("Wash, dress, bed.") == ("Wash", "dress", "bed")
    assert needs_of("Everything") == ("Everything",)


def test_a_package_becomes_one_draft_by_its_provider(db: None) -> None:
    case = a_case()
    package_id, mair = taken_on(case, tasks=TASKS)
    at = moment(MONDAY)
    with pytest.raises(NoContractForPlans):
        mirror_package(by=case.manager, at=at, given=_given(package_id))
    a_contract(case)
    with pytest.raises(NotYoursToWrite):
        mirror_package(by=case.social_worker, at=at, given=_given(package_id))
    mirror_package(by=case.manager, at=at, given=_given(package_id))
    version = PlanVersion.objects.get()
    assert (version.state, version.ends) == ("draft", date(2026, 6, 28))
    found = package_beside(case.council_id, mair.id)
    assert found is not None
    assert found.hours == Decimal("42.00")
    assert [(one.need, one.line.critical) for one in found.needs if one.line] == [
        ("Wash and dress", False),
        ("breakfast", False),
        ("tablets", True),
    ]
    assert found.package.ends is None
    with pytest.raises(AlreadyMirrored):
        mirror_package(by=case.manager, at=at, given=_given(package_id))
    assert PlanVersion.objects.count() == 1
