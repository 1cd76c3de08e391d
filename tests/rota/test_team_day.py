"""What the page of a team's day says to who may not open a record, and of days that are none."""

import pytest
from django.http import Http404

from whatmatters.rota.queries.day_plans import DayFacts, PlannedVisit, StopFacts
from whatmatters.rota.web.day_shown import day_shown
from whatmatters.rota.web.team_day import day_asked
from whatmatters.rules.rota.problem import Harm

pytestmark = pytest.mark.once
TABLETS = "Tablets for Mair, by the back door"


def shown(names: dict[int, str]) -> str:
    """Everything that the page is given of a day with one visit to person 5."""
    stop = StopFacts(11, "Mo", 735)
    told = (7, 5, TABLETS, 735, 765, 15, Harm.CRITICAL, 0, False, (stop,), None)
    return str(day_shown(DayFacts(1, None, (PlannedVisit(*told),)), names, {}))


def test_what_a_visit_is_for_is_told_to_who_may_open_the_record_alone() -> None:
    closed = shown({})
    assert "Mair" not in closed
    assert "Tablets" not in closed
    assert "12:15 Somebody whose record is not yours to open: A visit" in closed
    assert f"12:15 Mair: {TABLETS}" in shown({5: "Mair"})


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "0001-01-01", "9999-12-31"])
def test_a_day_without_a_day_before_or_after_is_no_page(day: str) -> None:
    with pytest.raises(Http404):
        day_asked(day)
