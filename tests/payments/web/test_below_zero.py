"""A run whose lines come to less than nothing: it pays nothing, and the page says what is kept."""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import Case, a_case, a_person, moment
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import PERIODS, agreed, end
from tests.payments.web.test_run_pages import read
from whatmatters.access.services import mark_installation
from whatmatters.payments.models import Remittance
from whatmatters.payments.services import propose_run, set_calendar
from whatmatters.rules.roles import InstallationKind

TODAY = PERIODS[2]
WORDS = "Nothing is paid below zero: £463.84 is carried to the next run."
WELSH = "Ni thelir dim sy’n is na sero: cariwyd £463.84 ymlaen i’r rhediad nesaf."


@pytest.fixture
def case(db: None) -> Case:
    """£927.67 was paid; a death told late gives £463.84 of it back, and that is all there is."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    _, agreement = agreed(made, a_person(made))
    run_period(made, PERIODS[0])
    end(made, agreement, date(2026, 4, 19), at=PERIODS[1] + timedelta(days=9))
    return made


def test_a_proposed_run_says_what_it_would_carry_and_never_pays_below_zero(case: Case) -> None:
    at = moment(PERIODS[2])
    run_id = propose_run(by=case.finance, at=at, period_start=PERIODS[1]).run_id
    page = read(case.finance_two, "run", run_id)
    assert "£0.00 is proposed for" in page
    assert "<dt>It will pay</dt><dd>£0.00<small>" in page
    assert WORDS in page
    assert "£463.84 is carried to the next run</span>" in page
    assert WELSH in read(case.finance_two, "run", run_id, language="cy")
    release = read(case.finance_two, "run_release", run_id)
    assert ("Release £0.00?" in release, WORDS in release) == (True, True)
    assert "<strong>£0.00</strong>" in read(case.finance_two, "run_list")
    assert "£0.00 is proposed" in read(case.finance_two, "home")


def test_a_released_run_says_the_same_and_the_next_takes_it_off(case: Case) -> None:
    second = run_period(case, PERIODS[1])
    page = read(case.finance, "run", second)
    assert "£0.00 is paid for" in page
    assert WORDS in page
    third = propose_run(by=case.finance, at=moment(PERIODS[3]), period_start=PERIODS[2]).run_id
    told = read(case.finance_two, "run", third)
    assert "£463.84 that earlier runs carried is taken off first." in told
    assert WORDS in told


def test_the_statement_shows_what_is_carried_and_the_next_what_was_brought(case: Case) -> None:
    run_period(case, PERIODS[1])
    run_period(case, PERIODS[2])
    second, third = Remittance.objects.order_by("pk").values_list("pk", flat=True)[1:]
    page = read(case.manager, "remittance", second)
    assert "We pay you £0.00" in page
    assert "Carried forward to the next statement: −£463.84." in page
    page = read(case.manager, "remittance", third)
    assert "Brought forward from the statement before" in page
    assert "A statement never asks you to pay" in page
