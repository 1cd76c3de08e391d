"""A package that nobody changed for 26 weeks is on the list of what is due, and leaves it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.delivery.test_packages import taken_on
from tests.fixtures.case import STARTS, Case, a_contract, an_actor, moment
from tests.fixtures.case import a_case as new_case
from tests.fixtures.paid import browser_of
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.delivery.services import PackageEnding, end_packages
from whatmatters.delivery.services.mirroring import MirrorGiven, mirror_package
from whatmatters.people.services import NewAssignment, assign_workers
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.roles import InstallationKind, Role

DUE = STARTS + timedelta(weeks=26)
ASKED = "Nobody has changed the package since 6 April 2026: is it still right?"


def told(actor: Actor, name: str = "home") -> str:
    page = browser_of(actor).get(reverse(name)).content.decode()
    return " ".join(page.partition("<main")[2].split())


def lived(today: date) -> tuple[Case, Actor, int, int]:
    """A package of Mair's, her social worker, the broker, and a colleague who knows her not."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(today), as_of=today)
    case = new_case()
    package_id, mair = taken_on(case)
    works = [NewAssignment(mair.id, case.social_worker.user_id, STARTS)]
    assign_workers(by=case.system, at=moment(STARTS), assignments=works)
    broker = an_actor(case.system, Role.BROKER, case.council_organisation_id, "Bet Owen")
    return case, broker, package_id, mair.id


@pytest.mark.parametrize(("days", "asked"), [(26 * 7 - 1, False), (26 * 7, True)])
def test_it_is_due_after_26_weeks_and_no_day_sooner(db: None, days: int, asked: bool) -> None:
    case, broker, _package_id, person_id = lived(STARTS + timedelta(days=days))
    page = f'href="{reverse("package_plan", args=[person_id])}"'
    for actor in (case.social_worker, broker):
        first = told(actor)
        assert (ASKED in first, page in first) == (asked, asked), actor.name
    assert (ASKED in told(case.social_worker, "person_list")) is asked
    assert ("Something is due with 1 person" in told(case.social_worker)) is asked
    assert ("1 package. Is it still right?" in told(broker)) is asked
    colleague = an_actor(case.system, Role.SOCIAL_WORKER, case.council_organisation_id, "Nest")
    assert ASKED not in told(colleague)
    assert ASKED not in told(case.manager)


def test_it_leaves_the_list_when_it_ends(db: None) -> None:
    case, broker, package_id, _person_id = lived(DUE)
    ends = [PackageEnding(package_id, DUE - timedelta(days=1), EndReason.NO_LONGER_NEEDED)]
    end_packages(by=case.commissioner, at=moment(DUE), endings=ends)
    assert ASKED not in told(case.social_worker)
    assert ASKED not in told(broker)


def test_it_leaves_the_list_when_its_plan_is_begun(db: None) -> None:
    case, broker, package_id, _person_id = lived(DUE)
    assert ASKED in told(broker)
    a_contract(case)
    mirror_package(
        by=case.manager,
        at=moment(DUE),
        given=MirrorGiven(package_id, DUE, 4, frozenset(), 30),
    )
    assert ASKED not in told(case.social_worker)
    assert ASKED not in told(broker)
