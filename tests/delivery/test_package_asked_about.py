"""A package that nobody has changed for 26 weeks: its page asks whether it is still right."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.delivery.test_packages import taken_on
from tests.fixtures.case import STARTS, a_case, moment
from tests.fixtures.paid import browser_of
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind

YOURS = "Nobody has changed it for 26 weeks. Is it still what you need?"
HERS = "Nobody has changed it for 26 weeks. Ask together whether it is still what"


@pytest.mark.parametrize(("days", "asked"), [(26 * 7 - 1, False), (26 * 7, True)])
def test_its_page_asks_after_26_weeks_and_no_day_sooner(db: None, days: int, asked: bool) -> None:
    today = STARTS + timedelta(days=days)
    mark_installation(kind=InstallationKind.DEMO, at=moment(today), as_of=today)
    case = a_case()
    _, mair = taken_on(case)
    address = reverse("package_plan", args=[mair.id])
    for actor, words in ((mair.actor, YOURS), (case.manager, HERS)):
        told = " ".join(browser_of(actor).get(address).content.decode().split())
        assert (words in told) is asked
