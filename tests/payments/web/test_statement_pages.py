"""Statements and contests on pages: totals, sums that open, held lines, forms with errors."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.paid import Paid, a_paid_case, browser_of
from tests.frontend.strict_html import faults
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.payments.models import Contest, ContestDecision
from whatmatters.payments.queries import remittance


@pytest.fixture
def paid(db: None) -> Paid:
    return a_paid_case()


def test_the_statement_says_its_sum_and_opens_to_its_arithmetic(paid: Paid) -> None:
    pk = paid.ids["remittance_id"]
    found = remittance(paid.case.council_id, pk)
    for actor in (paid.case.manager, paid.case.finance, paid.case.commissioner):
        browser = browser_of(actor)
        # The first page after signing in also writes the session down.
        browser.get(reverse("remittance", args=[pk]))
        with CaptureQueriesContext(connection) as asked:
            answer = browser.get(reverse("remittance", args=[pk]))
        told = answer.content.decode()
        assert faults(told) == []
        assert told.count(pounds(found.facts.paid)) >= 3
        # One payer: its name and sum stand at its lines, and no second total repeats them.
        assert "Paid by this statement" not in told
        assert "Non Prydderch" in told
        for words in ("Show the sum", "The plan’s price", "Rates as on", "was not read"):
            assert words in told
        assert len(asked) <= 12, [one["sql"][:90] for one in asked]


def test_the_statement_in_welsh_has_no_english_frame(paid: Paid) -> None:
    address = reverse("remittance", args=[paid.ids["remittance_id"]])
    told = browser_of(paid.case.manager, "cy").get(address).content.decode()
    assert "Rydym yn talu" in told
    for english in ("Carried forward", "We pay you", "Show the sum"):
        assert english not in told


def test_another_provider_has_no_such_statement(paid: Paid) -> None:
    # The manager of nobody's provider is walked in tests/permissions; here the council's own list.
    address = reverse("remittance_list")
    assert "Non Prydderch" not in browser_of(paid.case.manager).get(address).content.decode()
    assert browser_of(paid.case.social_worker).get(address).status_code == 403


def test_a_contest_without_words_asks_for_them(paid: Paid) -> None:
    address = reverse("contest_penalty", args=[paid.ids["finding_id"]])
    browser = browser_of(paid.case.manager)
    before = Contest.objects.count()
    asked = browser.post(address, {"form_token": str(uuid4()), "words": " "})
    assert asked.status_code == 422
    assert faults(asked.content.decode()) == []
    assert "needs an answer" in asked.content.decode()
    assert Contest.objects.count() == before


def test_contested_once_and_shown_as_the_providers_own_words(paid: Paid) -> None:
    address = reverse("contest_penalty", args=[paid.ids["finding_id"]])
    browser = browser_of(paid.case.manager)
    words = {"form_token": str(uuid4()), "words": "<script>alert(1)</script> We said so in May."}
    assert browser.post(address, words).status_code == 302
    again = browser.post(address, words)
    assert again.status_code == 422
    assert "This penalty is contested already." in again.content.decode()
    made = Contest.objects.get(finding_id=paid.ids["finding_id"])
    shown = browser_of(paid.case.commissioner).get(reverse("contest_decide", args=[made.pk]))
    assert "<script>alert" not in shown.content.decode()
    assert "We said so in May." in shown.content.decode()


def test_a_decision_needs_its_reason_and_is_made_once(paid: Paid) -> None:
    address = reverse("contest_decide", args=[paid.ids["contest_id"]])
    browser = browser_of(paid.case.commissioner)
    asked = browser.post(address, {"form_token": str(uuid4()), "outcome": "withdrawn"})
    assert asked.status_code == 422
    whole = {"form_token": str(uuid4()), "outcome": "withdrawn", "reason": "The bus was gone."}
    assert browser.post(address, whole).status_code == 302
    again = browser.post(address, whole)
    assert "This contest was decided already." in again.content.decode()
    assert ContestDecision.objects.count() == 1
    told = browser.get(address).content.decode()
    assert "The penalty is withdrawn" in told
    assert "The bus was gone." in told
