"""Pages of results that are paid: agreed, counted, told from chance or not, agreed to."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paid import browser_of
from tests.fixtures.resulted import FIRST, a_scheme, both, like, told
from tests.fixtures.shifted import nhs
from tests.frontend.strict_html import faults
from whatmatters.access.services import mark_installation
from whatmatters.commissioning.models import Contract
from whatmatters.payments.services import set_calendar
from whatmatters.results.models import ResultCount, ResultYes
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.once

TODAY = date(2026, 6, 3)
SECOND = date(2026, 5, 4)


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def read(actor, name: str, *args: int, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(reverse(name, args=args))
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    shown = " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
    return shown.replace("\N{MINUS SIGN}", "-")


def send(actor, name: str, *args: int, **said: object):
    return browser_of(actor).post(reverse(name, args=args), {"form_token": str(uuid4()), **said})


def day(field: str, on: date) -> dict[str, str]:
    return {f"{field}-day": str(on.day), f"{field}-month": str(on.month), f"{field}-year": "2026"}


def asked(case: Case, **other: str) -> dict[str, str]:
    usual = {
        "provider": str(case.provider_id),
        "reference": "RES-1",
        "population": "people who came home from hospital",
        "event": "in hospital again within 91 days",
        "direction": "reduce",
        "before_people": "200",
        "before_events": "30",
        "weeks": "4",
        "expected": "200",
        "confidence": "95",
        "rate_1": "10",
        "pays_1": "5000",
        "rate_2": "5",
        "pays_2": "12000",
        "knowing": "on",
    }
    return usual | day("starts", ANCHOR) | other


def test_terms_that_are_wrong_are_said_and_not_signed(case: Case) -> None:
    for other, said in (
        ({"knowing": ""}, "just at 10% is told from chance from about 622 people, and 200"),
        ({"expected": "22"}, "even the best result is told from chance from 23 people, and 22"),
        ({"before_events": "0"}, "Against this no result could be told from chance"),
        ({"pays_2": ""}, "Step 2 needs a rate and pounds"),
        ({"other_share": "35"}, "a share another payer"),
        ({"weeks": "105"}, "less than or equal to 104"),
    ):
        answer = send(case.commissioner, "result_open", **asked(case, **other))
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert Contract.objects.count() == 0


def test_a_result_is_agreed_counted_agreed_to_and_read_by_both(case: Case) -> None:
    """14 of 200: -8.00 points, between -14.26 and -1.85. With the 6 who were left out 20 of 206 =
    0.0971 (0.0637 to 0.1453): upper -0.0529 + sqrt(0.0482^2 + 0.0429^2) = 0.0116: nothing."""
    send(case.commissioner, "result_open", **asked(case, other=str(nhs(case)), other_share="35"))
    scheme = Contract.objects.get().pk
    page = read(case.manager, "result_scheme", scheme)
    assert "30 of 200 (15.0%)" in page
    assert "10% £5,000.00 622 people 5% £12,000.00 36 people" in page
    assert "pays 65%" in page
    assert page.count("Nobody has said yet what was counted.") == 2
    figures = {"people": "200", "events": "14", "left_out": "6", "seen": "0"}
    assert send(case.manager, "result_count", scheme, 1, **figures).status_code == 302
    assert "Not yet, so nothing is paid." in read(case.finance, "result_scheme", scheme)
    lead = read(case.commissioner, "result_agree", scheme, 1)
    assert "14 of 200 people counted, and 6 were not counted. It pays £5,000.00" in lead
    assert send(case.commissioner, "result_agree", scheme, 1, seen="1").status_code == 302
    for one in (case.manager, case.finance, case.commissioner):
        page = read(one, "result_scheme", scheme)
        for row in (
            "14 of 200 (7.0%) 6 not counted: £0.00 if all of them had gone the other way",
            "-8.00 between -14.26 and -1.85",
            f"£5,000.00 {case.commissioner.name}",
            f"counted by {case.manager.name}",
        ):
            assert row in page
    assert "Canlyniadau RES-1" in read(case.finance, "result_scheme", scheme, language="cy")
    assert "RES-1" in read(case.manager, "result_schemes")


def test_a_count_that_is_put_right_waits_for_its_yes_and_shows_what_holds(case: Case) -> None:
    scheme = a_scheme(case)
    both(case, scheme, FIRST, SECOND)
    form = browser_of(case.manager).get(reverse("result_count", args=[scheme, 1])).context["form"]
    assert [form[name].value() for name in ("events", "people", "seen")] == [14, 200, 1]
    wrong = {"people": "200", "events": "201", "left_out": "0", "seen": "1"}
    answer = send(case.manager, "result_count", scheme, 1, **wrong)
    assert "cannot have happened to 201 of 200 people" in answer.content.decode()
    told(case, scheme, like(events=20), TODAY, seen=1)
    late = send(case.manager, "result_count", scheme, 1, **wrong | {"events": "9"})
    assert "Somebody put this count right" in late.content.decode()
    late = send(case.commissioner, "result_agree", scheme, 1, seen="1")
    assert "Somebody put this count right" in late.content.decode()
    page = read(case.finance, "result_scheme", scheme)
    assert "until then 14 of 200 holds, which was agreed before" in page
    assert "too few to tell" in page
    assert "14 of 200, 6 not counted" in page  # among what was told before
    assert (ResultCount.objects.count(), ResultYes.objects.count()) == (2, 1)


def test_a_period_that_is_not_over_has_no_form_and_the_end_is_written(case: Case) -> None:
    scheme = a_scheme(case)
    browser = browser_of(case.manager)
    assert browser.get(reverse("result_count", args=[scheme, 3])).status_code == 404
    over = {"reason": "replaced"} | day("on", SECOND)
    assert send(case.commissioner, "result_end", scheme, **over).status_code == 302
    again = send(case.commissioner, "result_end", scheme, **over)
    assert "was written already: 4 May 2026" in again.content.decode()
    assert "6 April to 4 May 2026" in read(case.manager, "result_scheme", scheme)


def test_a_run_explains_its_line(case: Case) -> None:
    scheme = a_scheme(case)
    run_period(case, ANCHOR)
    both(case, scheme, FIRST, SECOND)
    page = read(case.finance, "run", run_period(case, SECOND))
    assert "The service reached the step of 0.1" in page
    assert "6 April to 3 May 2026" in page
