"""The regulator's register on its page: those registered now, those that left, page by page."""

from datetime import date

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_case, moment
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.services import mark_installation
from whatmatters.exchange.models import RegisteredService
from whatmatters.rules.roles import InstallationKind


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case()


def a_service(case: Case, number: int, left: date | None = None) -> None:
    RegisteredService.objects.create(
        council_id=case.council_id,
        by_id=case.system.user_id,
        at=moment(STARTS),
        location_id=f"1-{number}",
        name=f"Service {number:02}",
        town="Y Cei",
        registered_on=date(2020, 1, 1),
        deregistered_on=left,
        published_on=date(2026, 1, 1),
    )


def told(case: Case, query: str = "", language: str = "en-gb") -> str:
    answer = browser_of(case.commissioner, language).get(reverse("care_register") + query)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert faults(page) == []
    return " ".join(page.partition("<main")[2].split())


def test_services_are_paged_and_those_that_left_stand_apart(case: Case) -> None:
    for number in range(1, 27):
        a_service(case, number)
    a_service(case, 90, left=date(2024, 5, 1))
    first, second, left = told(case), told(case, "?page=2"), told(case, "?stand=left")
    assert "26 home-care services" in first
    assert ("Service 01" in first, "Service 26" in first) == (True, False)
    assert ("Service 01" in second, "Service 26" in second) == (False, True)
    assert "Service 90" not in first + second
    assert ("Service 90" in left, "1 May 2024" in left, "Service 01" in left) == (True, True, False)
    assert "Wedi’u cofrestru nawr" in told(case, language="cy")


def test_only_services_that_left(case: Case) -> None:
    a_service(case, 90, left=date(2024, 5, 1))
    assert "None is published here." in told(case)
