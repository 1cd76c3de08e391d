"""The ledger on a page: narrowed, summed and paged by its address; each entry worked again."""

import csv
import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.case import STARTS
from tests.fixtures.paid import Paid, a_paid_case, browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.models import Organisation
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.payments.models import JournalEntry, Posting, Remittance
from whatmatters.payments.queries.entries import LedgerAsked, count_and_sums, entries


@pytest.fixture
def paid(db: None) -> Paid:
    return a_paid_case()


def read(paid: Paid, address: str, language: str = "en-gb") -> str:
    answer = browser_of(paid.case.finance, language).get(address)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert faults(page) == []
    return page


def test_the_ledger_is_narrowed_and_its_sums_are_those_of_the_postings(paid: Paid) -> None:
    case, address = paid.case, reverse("ledger")
    remitted = Remittance.objects.aggregate(Sum("paid"))["paid__sum"]
    cost = Posting.objects.filter(account__startswith="expense:").aggregate(Sum("pence"))
    count, whole = count_and_sums(case.council_id, LedgerAsked())
    assert (whole.owed, whole.paid) == (cost["pence__sum"], remitted)
    assert whole.owed > 0
    assert count == JournalEntry.objects.count()
    browser = browser_of(case.finance)
    browser.get(address)  # what only the first page of a session asks
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(address).content.decode()
    assert len(asked) <= 12, [one["sql"][:90] for one in asked]
    assert "Outcome payments: instalment</td>" in page
    assert f"{count} entries: {pounds(whole.owed)} owed and {pounds(remitted)} paid." in page
    assert "Non Prydderch" in page
    second = STARTS + timedelta(days=28)
    told = {
        f"?payee={case.provider_id}": count,
        f"?person={paid.herself.id}": count - 2,
        f"?person={paid.herself.id + 999}": 0,
        "?rule=settlement": 2,
        f"?rule=settlement&period={second}": 1,
        "?period=nonsense&page=77": count,
    }
    for query, rows in told.items():
        assert (
            len(
                re.findall(
                    r'<a class="govuk-link" href="/payments/ledger/\d', read(paid, address + query)
                )
            )
            == rows
        ), query
    assert "No entry is like that" in read(paid, f"{address}?person={paid.herself.id + 999}")
    welsh = read(paid, address, "cy")
    assert "Y cyfriflyfr cyfan" in welsh
    assert "Taliadau canlyniadau: rhandaliad</td>" in welsh
    assert not re.findall(r">[^<]*(?:_payments|settlement)[^<]*<", welsh)


def test_an_entry_opens_to_its_postings_and_its_arithmetic(paid: Paid) -> None:
    council_id = paid.case.council_id
    for asked in (LedgerAsked(rule="settlement"), LedgerAsked(person_id=paid.herself.id)):
        one = entries(council_id, asked, limit=1)[0]
        page = read(paid, reverse("ledger_entry", args=[one.id]))
        debits = sum(pence for _account, pence in one.postings if pence > 0)
        assert page.count(pounds(debits)) >= 3
        assert one.hash in page
        assert f'href="{reverse("run", args=[one.run_id])}"' in page
    assert f"Rule {one.rule}, under contract" in page
    assert browser_of(paid.case.commissioner).get(reverse("ledger")).status_code == 403
    other = reverse("ledger_entry", args=[one.id + 9999])
    assert browser_of(paid.case.finance).get(other).status_code == 404


def test_the_file_balances_names_nobody_and_never_runs(paid: Paid) -> None:
    Organisation.objects.filter(pk=paid.case.provider_id).update(name_en="=HYPERLINK(1)")
    answer = browser_of(paid.case.finance).get(reverse("ledger_csv") + "?rule=settlement")
    told = list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))
    assert len(told) == 4
    assert sum(Decimal(row["Pounds"]) for row in told) == 0
    assert {row["Rule"] for row in told} == {"settlement"}
    assert {row["What it pays"] for row in told} == {"Payment of what was owed"}
    assert all(not cell.startswith("=") for row in told for cell in row.values())
    whole = browser_of(paid.case.finance).get(reverse("ledger_csv")).content.decode()
    assert "Non Prydderch" not in whole
    proved: dict[str, Decimal] = {}
    for row in csv.DictReader(whole.lstrip("\ufeff").splitlines()):
        proved[row["Entry"]] = proved.get(row["Entry"], Decimal(0)) + Decimal(row["Pounds"])
    assert set(proved.values()) == {Decimal(0)}


def test_a_long_ledger_is_paged_and_keeps_its_filter(paid: Paid) -> None:
    last = JournalEntry.objects.order_by("-seq").first()
    assert last is not None
    sides = list(last.postings.order_by("position"))
    for number in range(30):
        last.pk, last.seq, last.key = None, last.seq + 1, f"more-{number}"
        last.save(force_insert=True)
        for side in sides:
            side.pk, side.entry = None, last
            side.save(force_insert=True)
    rule = last.rule
    page = read(paid, f"{reverse('ledger')}?rule={rule}&page=2")
    assert f'href="?rule={rule}"' in page or f'href="?rule={rule}&amp;page=1"' in page
    assert "On this page" in page
    assert "All that is like that" in page
    assert page.count('<th scope="row"><a') == JournalEntry.objects.filter(rule=rule).count() - 25
