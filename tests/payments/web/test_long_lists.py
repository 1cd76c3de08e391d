"""Lists of runs and statements that have grown long: paged and narrowed by their address."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.paid import Paid, a_paid_case, browser_of
from tests.frontend.strict_html import faults
from whatmatters.payments.models import PaymentRun, Remittance

# Before the three periods of the case, the oldest on 4 January 2021; 1100 pence paid by each.
FIRST = date(2021, 1, 4)
MORE = 60


@pytest.fixture
def paid(db: None) -> Paid:
    return a_paid_case()


def grow(paid: Paid) -> None:
    """Sixty released runs of the years before, each with one statement."""
    last = Remittance.objects.get(pk=paid.ids["remittance_id"])
    told = {"council_id": last.council_id, "by_id": last.by_id, "at": last.at}
    for number in range(MORE):
        start = FIRST + timedelta(days=28 * number)
        run = PaymentRun.objects.create(
            **told,
            period_start=start,
            period_end=start + timedelta(days=28),
            state="released",
            facts_hash="0" * 64,
            line_count=1,
            held_count=0,
            total_pence=1100,
            changes={"previous": None, "kinds": []},
        )
        Remittance.objects.create(
            **told,
            run=run,
            payer_id=last.payer_id,
            payee_id=last.payee_id,
            earned=1100,
            brought_forward=0,
            paid=1100,
            carried=0,
        )


def read(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return answer.content.decode()


def rows(page: str) -> int:
    """How many rows the list shows."""
    return page.count('<th scope="row">')


def asked(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        browser.get(address)
    return len(queries)


@pytest.mark.parametrize("name", ["run_list", "remittance_list"])
def test_a_page_asks_the_database_as_often_however_long_the_list(paid: Paid, name: str) -> None:
    browser, address = browser_of(paid.case.finance), reverse(name)
    browser.get(address)
    before = asked(browser, address)
    assert before <= 12
    grow(paid)
    assert asked(browser, address) == before
    assert asked(browser, f"{address}?page=2") == before


def test_runs_page_and_keep_their_filter(paid: Paid) -> None:
    grow(paid)
    browser, address = browser_of(paid.case.finance), reverse("run_list")
    # Two released and one proposed of the case, and the sixty.
    assert [rows(read(browser, f"{address}?page={n}")) for n in (1, 2, 3)] == [25, 25, 13]
    assert rows(read(browser, f"{address}?page=999")) == 13
    for nonsense in ("0", "-1", "two", "9" * 5000):
        assert rows(read(browser, f"{address}?page={nonsense}")) in (25, 13)
    # 13 periods begin in 2021: 4 January to 6 December.
    assert rows(read(browser, f"{address}?year=2021")) == 13
    released = read(browser, f"{address}?stand=released&page=2")
    assert 'href="?stand=released&amp;page=3"' in released
    assert 'href="?stand=released"' in released
    assert rows(read(browser, f"{address}?stand=proposed")) == 1


def test_what_was_put_aside_is_shown_when_asked_for(paid: Paid) -> None:
    browser, address = browser_of(paid.case.finance), reverse("run_list")
    assert "No run is like that" in read(browser, f"{address}?stand=aside")
    browser.post(reverse("run_propose"))
    page = read(browser, address)
    assert "1 earlier proposal was put aside" in page
    assert '<td data-label="Stands">Put aside</td>' not in page
    assert '<td data-label="Stands">Put aside</td>' in read(browser, f"{address}?stand=aside")


@pytest.mark.parametrize(
    ("name", "query"), [("run_list", "stand=x&year=1066"), ("remittance_list", "payee=x&year=1066")]
)
@pytest.mark.parametrize(
    ("language", "words"),
    [("en-gb", "Choose one of those in the list."), ("cy", "Dewiswch un o’r rhai yn y rhestr.")],
)
def test_a_filter_with_no_such_answer_says_so_and_narrows_nothing(
    paid: Paid, name: str, query: str, language: str, words: str
) -> None:
    browser = browser_of(paid.case.finance, language)
    page = read(browser, f"{reverse(name)}?{query}")
    # Twice in the summary above, twice beside the questions.
    assert page.count(words) == 4
    assert rows(page) > 0


def test_statements_page_and_are_narrowed_by_organisation_and_year(paid: Paid) -> None:
    grow(paid)
    browser, address = browser_of(paid.case.finance), reverse("remittance_list")
    assert [rows(read(browser, f"{address}?page={n}")) for n in (1, 2, 3)] == [25, 25, 12]
    of_2021 = f"{address}?payee={paid.case.provider_id}&year=2021"
    page = read(browser, of_2021)
    assert (rows(page), page.count("£11.00")) == (13, 13)
    assert "<strong>Organisation: Gofal Afon</strong>" in page
    council = paid.case.council_organisation_id
    assert rows(read(browser, f"{address}?payee={council}")) == 62 - 37


def test_several_payers_of_one_run_are_one_statement_with_their_sum(paid: Paid) -> None:
    last = Remittance.objects.get(pk=paid.ids["remittance_id"])
    Remittance.objects.create(
        council_id=last.council_id,
        by_id=last.by_id,
        at=last.at,
        run=last.run,
        payer_id=paid.case.provider_id,
        payee_id=last.payee_id,
        earned=100_000_00,
        brought_forward=0,
        paid=100_000_00,
        carried=0,
    )
    page = read(browser_of(paid.case.finance), reverse("remittance_list"))
    assert rows(page) == 2
    assert page.count("£100,") == 1


def test_a_provider_narrows_its_own_and_nobody_else_s(paid: Paid) -> None:
    grow(paid)
    council = paid.case.council_organisation_id
    page = read(browser_of(paid.case.manager), f"{reverse('remittance_list')}?payee={council}")
    assert 'name="payee"' not in page
    assert rows(page) == 25
    assert rows(read(browser_of(paid.case.manager), f"{reverse('remittance_list')}?page=3")) == 12
