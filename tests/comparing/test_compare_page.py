"""The comparison as a page: tables first, its chart, its CSV, its questions, in both languages."""

import csv
import io
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.urls import reverse

from tests.fixtures.case import moment
from tests.fixtures.limited import a_limit
from tests.fixtures.paid import browser_of
from tests.fixtures.replayed import TODAY, Replayed, a_paid_cohort
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[Replayed]:
    """One world for the module, in a demonstration, in a transaction that leaves nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
        yield a_paid_cohort()
        transaction.set_rollback(True)


def opened(actor: Actor, language: str = "en-gb", **asked: object) -> str:
    """The page's main part as one line."""
    answer = browser_of(actor, language).get(reverse("compare_models"), asked)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert faults(page) == []
    return " ".join(page.partition("<main")[2].split())


def test_it_opens_with_everybody_over_the_newest_periods(made: Replayed) -> None:
    page = opened(made.case.commissioner)
    assert "6 people with 6 agreements, 4 May 2026 to 26 July 2026." in page
    assert "Every fact here is invented for a demonstration." in page
    for told in (
        "No visits are recorded (4)",
        "It pays for a whole patch, not for one person (6)",
        "What a judgement would have found: no penalty is in it (3)",
        "Pays more as soon as need grows, and less when a person gets better (2)",
        "Too few to tell",
        "Cash, capacity, quality and pay are never added together.",
    ):
        assert told in page
    assert page.index("Cost by who pays it") < page.index("What could not be priced, and why")


def test_in_welsh(made: Replayed) -> None:
    page = opened(made.case.finance, "cy")
    assert "6 o bobl â 6 o gytundebau, 4 Mai 2026 i 26" in page
    assert "Ni chofnodwyd ymweliadau (4)" in page
    assert "Cannot tell" not in page


def test_what_stands_in_the_way_of_what_is_compared_is_said(made: Replayed) -> None:
    with transaction.atomic():
        a_limit(made.case)
        page = opened(made.case.finance)
        transaction.set_rollback(True)
    assert "Bundled hours: 1 rule or limit of the register stands in its way" in page
    assert "Time and task: nothing in the register" not in page


def test_one_person_at_a_price_that_was_said(made: Replayed) -> None:
    page = opened(
        made.case.commissioner,
        whose="people",
        people=str(made.people["more_visits"]),
        first="2026-04-06",
        last="2026-06-29",
        models="outcome_payments",
        rate_outcome_payments="25.50",
    )
    # 30 minutes a day for 112 days: 56 hours at 25.50
    assert "£1,428.00" in page
    assert "Price of an hour: £25.50 (said here)." in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"whose": "people", "people": "12; x"}, "Write from 1 to 200 numbers, such as 12, 48"),
        ({"whose": "people", "people": "99999999"}, "There is no such area, provider or person"),
        ({"whose": "area:99999999"}, "Choose one of those in the list"),
        ({"first": "2026-06-29", "last": "2026-04-06"}, "The last day is before the first."),
        ({"first": "6 April"}, "Choose one of those in the list"),
        ({"rate_bundled_hours": "-1"}, "Write a price such as 24.50"),
        ({"terms_bundled_hours": "NONE-1"}, "Choose one of those in the list"),
    ],
)
def test_what_cannot_be_compared_is_said_at_its_question(made, asked, said) -> None:
    page = opened(made.case.commissioner, **asked)
    assert "There is a problem" in page
    assert said in page
    assert "Cost by who pays it" not in page


def test_the_same_figures_as_a_table(made: Replayed) -> None:
    answer = browser_of(made.case.commissioner).get(reverse("compare_models"), {"as": "csv"})
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len({row["Way of paying"] for row in rows}) == 10
    (cost,) = [
        row for row in rows if (row["Way of paying"], row["Figure"]) == ("Time and task", "Cost")
    ]
    assert cost["What it stands on"] == ("From what is recorded · Invented for a demonstration")
    assert cost["Value"].replace(",", "") in opened(made.case.commissioner).replace(",", "")
