"""A statement as a spreadsheet and on paper: the same lines, sums that add, and no formula."""

import csv
import io
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.fixtures.paid import Paid, a_paid_case, browser_of
from tests.frontend.strict_html import faults
from whatmatters.frontend.tagged_pdf import has_pdf
from whatmatters.payments.models import Remittance
from whatmatters.people.models import Person


@pytest.fixture
def paid(db: None) -> Paid:
    return a_paid_case()


def rows_of(paid: Paid, actor, language: str = "en-gb") -> list[dict[str, str]]:
    address = reverse("remittance_csv", args=[paid.ids["remittance_id"]])
    answer = browser_of(actor, language).get(address)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="statement-')
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    said = {row.pop("Made by" if language == "en-gb" else "Gwnaed gan") for row in rows}
    assert len(said) == 1
    assert said.pop().startswith(f"{actor.name} – ")
    return rows


def test_the_spreadsheet_adds_up_and_says_how_each_line_was_worked(paid: Paid) -> None:
    rows = rows_of(paid, paid.case.manager)
    told = Remittance.objects.get(pk=paid.ids["remittance_id"])
    *counted, last = rows
    assert last["What"] == "Paid"
    assert sum(Decimal(row["Pounds"]) for row in counted) == Decimal(last["Pounds"])
    assert Decimal(last["Pounds"]) * 100 == told.paid
    lines = [row for row in rows if row["What"] not in ("Paid", "Brought forward")]
    assert any("Rule outcome_payments." in row["How it was worked"] for row in lines)
    assert all(row["How it was worked"] for row in rows)
    assert rows == rows_of(paid, paid.case.finance)


def test_a_name_that_begins_like_a_formula_is_text(paid: Paid) -> None:
    Person.objects.filter(pk=paid.herself.id).update(full_name='=HYPERLINK("x")')
    told = [row["What"] for row in rows_of(paid, paid.case.finance)]
    assert any(what.startswith("'=HYPERLINK") for what in told)
    assert not any(what.startswith("=") for what in told)


def test_the_page_for_paper_is_whole_in_both_languages(paid: Paid) -> None:
    address = reverse("remittance_print", args=[paid.ids["remittance_id"]])
    for language, word in (("en-gb", "How it was worked"), ("cy", "Sut y gweithiwyd ef allan")):
        page = browser_of(paid.case.manager, language).get(address).content.decode()
        assert faults(page) == []
        assert word in page
        assert "Gofal Afon" in page
        assert f"{paid.case.manager.name} – " in page.partition("wm-made-by")[2]


def test_a_pdf_where_it_can_be_made_and_else_the_page_that_says_it_cannot(paid: Paid) -> None:
    address = reverse("remittance_pdf", args=[paid.ids["remittance_id"]])
    answer = browser_of(paid.case.manager).get(address)
    assert answer.status_code == 200
    if has_pdf():
        assert answer.content.startswith(b"%PDF-")
    else:
        assert "WeasyPrint is installed: here it is not" in answer.content.decode()
