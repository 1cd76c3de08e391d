"""From which Monday a council's payment periods run: said once, by finance, on a page."""

from datetime import date
from uuid import uuid4

from django.http import HttpResponse
from django.urls import reverse

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.payments.queries import calendar
from whatmatters.rules.roles import InstallationKind

TODAY = date(2026, 4, 15)  # a Wednesday


def a_council() -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


def read(actor: Actor, name: str = "run_calendar", language: str = "en-gb") -> str:
    page = browser_of(actor, language).get(reverse(name)).content.decode()
    assert faults(page) == []
    return " ".join(page.partition("<main")[2].split())


def say(case: Case, day: date, *, sure: bool = True, language: str = "en-gb") -> HttpResponse:
    told = {f"anchor-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
    told |= {"form_token": str(uuid4())} | ({"sure": "on"} if sure else {})
    return browser_of(case.finance, language).post(reverse("run_calendar"), told)


def test_until_it_is_said_the_list_of_runs_leads_to_it_and_others_are_told_who_says_it(
    db: None,
) -> None:
    case = a_council()
    assert reverse("run_calendar") in read(case.finance, "run_list")
    runs = read(case.commissioner, "run_list")
    assert "Nothing can be paid until it is said from which Monday" in runs
    assert reverse("run_calendar") not in runs
    assert "A finance officer says once from which Monday they run" in read(case.commissioner)
    assert "Mae swyddog cyllid yn dweud unwaith" in read(case.commissioner, language="cy")


def test_a_monday_at_most_a_year_ahead_and_knowingly(db: None) -> None:
    case = a_council()
    for day, sure, words in (
        (date(2026, 4, 14), True, "14 April 2026 is not a Monday."),
        # Thirteen periods of 28 days from 15 April 2026 end on 14 April 2027.
        (date(2027, 4, 19), True, "The last day that is taken is 14 April 2027."),
        (date(9999, 12, 27), True, "27 December 9999 is too far ahead."),
        (date(2026, 4, 13), False, "Tick that you know it"),
    ):
        refused = say(case, day, sure=sure)
        assert refused.status_code == 422
        assert faults(refused.content.decode()) == []
        assert words in refused.content.decode()
    welsh = say(case, date(2026, 4, 14), language="cy").content.decode()
    assert faults(welsh) == []
    assert "Nid dydd Llun yw 14 Ebrill 2026." in welsh
    assert calendar(case.council_id) is None


def test_said_once_it_shows_a_year_of_periods_and_never_moves(db: None) -> None:
    case = a_council()
    assert say(case, date(2026, 2, 2)).status_code == 302
    assert say(case, date(2026, 2, 2)).status_code == 302  # the same again changes nothing
    again = say(case, date(2026, 2, 9))
    assert again.status_code == 422
    assert "The periods run from 2 February 2026 already" in again.content.decode()
    assert faults(again.content.decode()) == []
    page = read(case.finance)
    assert "The first of all starts on Monday 2 February 2026." in page
    # 2 February, 2 March, 30 March: the period of 15 April; 13 of them, the last from 1 March.
    assert page.count('<th scope="row">') == 13
    assert "30 March to 26 April 2026" in page
    assert "1 March to 28 March 2027" in page or "1 to 28 March 2027" in page
    assert calendar(case.council_id) == date(2026, 2, 2)
    assert "Nothing can be paid until" not in read(case.finance, "run_list")
