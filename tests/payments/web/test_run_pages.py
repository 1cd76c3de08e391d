"""Runs on pages: who may release, in words; a double click; what an empty list says."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from tests.fixtures.case import STARTS, a_case, moment
from tests.fixtures.paid import Paid, a_paid_case, browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.payments.models import JournalEntry, PaymentRun
from whatmatters.payments.queries.run_views import ChangeRow, ChangesView
from whatmatters.payments.web.run_pages import _beside, _changes
from whatmatters.rules.roles import InstallationKind

CONTESTED = "Contested penalties, held and not paid"


@pytest.fixture
def paid(db: None) -> Paid:
    return a_paid_case()


def read(actor: Actor, name: str, *args: int, language: str = "en-gb") -> str:
    """A page that must open and be whole."""
    answer = browser_of(actor, language).get(reverse(name, args=args))
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return answer.content.decode()


def release(actor: Actor, run_id: int) -> HttpResponse:
    sent = {"form_token": str(uuid4())}
    return browser_of(actor).post(reverse("run_release", args=[run_id]), sent)


def test_the_proposer_is_told_why_she_cannot_release(paid: Paid) -> None:
    run_id = paid.ids["run_id"]
    assert "You proposed this run, so somebody else has to release it." in read(
        paid.case.finance, "run", run_id
    )
    assert "Release and pay" not in read(paid.case.finance, "run_release", run_id)
    refused = release(paid.case.finance, run_id)
    assert refused.status_code == 422
    assert PaymentRun.objects.get(pk=run_id).state == "proposed"


def test_what_was_recorded_since_is_said_and_a_new_proposal_can_be_released(paid: Paid) -> None:
    refused = release(paid.case.finance_two, paid.ids["run_id"])
    assert refused.status_code == 422
    assert "Something was recorded after this run was proposed" in refused.content.decode()
    proposed = browser_of(paid.case.finance).post(reverse("run_propose"))
    newer = PaymentRun.objects.get(state="proposed")
    assert proposed["Location"] == reverse("run", args=[newer.pk])
    assert "This run was put aside" in read(paid.case.finance_two, "run", paid.ids["run_id"])
    assert release(paid.case.finance_two, newer.pk).status_code == 302
    newer.refresh_from_db()
    assert newer.state == "released"


def test_released_twice_pays_once_and_says_so(paid: Paid) -> None:
    browser_of(paid.case.finance).post(reverse("run_propose"))
    newer = PaymentRun.objects.get(state="proposed").pk
    release(paid.case.finance_two, newer)
    entries = JournalEntry.objects.count()
    browser = browser_of(paid.case.finance_two)
    again = browser.post(
        reverse("run_release", args=[newer]), {"form_token": str(uuid4())}, follow=True
    )
    assert "This run was released already. Nothing was paid twice." in again.content.decode()
    assert JournalEntry.objects.count() == entries


def test_proposed_twice_is_one_run(paid: Paid) -> None:
    browser = browser_of(paid.case.finance)
    first = browser.post(reverse("run_propose"))
    assert browser.post(reverse("run_propose"))["Location"] == first["Location"]


def test_the_run_shows_what_it_pays_and_what_changed(paid: Paid) -> None:
    told = read(paid.case.finance_two, "run", paid.ids["run_id"])
    for words in ("What changed", "Whom it pays", "Line by line", "It will pay"):
        assert words in told
    assert " than the run before, which came to £" in told
    assert "Since the run before" not in told


def test_what_stopped_and_what_is_held_stand_beside_the_sum() -> None:
    rows = (
        ChangeRow("continuing", 2, 500),
        ChangeRow("stopped", 1, -300),
        ChangeRow("held", 1, -90),
    )
    context = {
        "changes": [("Going on", 2, 500)],
        "apart": [("Stopped since the last run", 1, 300), (CONTESTED, 1, 90)],
    }
    told = ChangesView(700, 500, rows)
    assert _changes(told, in_sum=True) == context["changes"]
    assert _changes(told, in_sum=False) == context["apart"]
    page = render_to_string("payments/parts/run_changes.html", context)
    assert faults(page) == []
    assert page.index("£5.00") < page.index("Not part of this run’s sum") < page.index("£3.00")


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (700, "As much as the run before."),
        (900, "£2.00 more than the run before, which came to £7.00."),
        (650, "£0.50 less than the run before, which came to £7.00."),
    ],
)
def test_the_sum_beside_the_run_before_is_a_sentence(total: int, words: str) -> None:
    assert _beside(ChangesView(700, total, ())) == words
    assert _beside(ChangesView(None, total, ())) == ""


def test_a_page_that_is_none_shows_the_first(paid: Paid) -> None:
    browser = browser_of(paid.case.finance)
    for odd in ("0", "-1", "x", "99", "²", "9" * 40):
        address = reverse("run", args=[paid.ids["run_id"]])
        assert browser.get(address, {"page": odd}).status_code == 200


@pytest.mark.parametrize(("language", "words"), [("en-gb", "Each run will"), ("cy", "Yma y bydd")])
def test_without_any_run_the_page_says_what_would_be_there(db, language, words) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    told = read(case.finance, "run_list", language=language)
    assert words in told
    assert "<table" not in told
    assert "<table" not in read(case.finance, "remittance_list", language=language)


def test_a_run_of_nobody_is_not_found(paid: Paid) -> None:
    assert browser_of(paid.case.finance).get(reverse("run", args=[999_999])).status_code == 404
