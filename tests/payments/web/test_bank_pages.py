"""Bank details and files on pages: hidden from who does not change them, pointed out on the run."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.paid import Paid, a_paid_case, browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.models import Draft
from whatmatters.payments.models import BankAnswer, BankProposal, PaymentFile, PaymentRun

ASKED = {
    "account_name": "Gofal Afon Cyf",
    "sort_code": "00-00-02",
    "account_number": "11223344",
    "service_user": "",
    "rung": "Beth Morgan",
    "telephone": "01632 960001",
    "called_on-day": "1",
    "called_on-month": "6",
    "called_on-year": "2026",
    "number_from": "on_record",
    "found": "",
}


@pytest.fixture
def paid(db: None) -> Paid:
    return a_paid_case()


def read(actor, name: str, *args: int, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(reverse(name, args=args))
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return answer.content.decode()


def send(actor, name: str, number: int, **told: str):
    sent = {"form_token": str(uuid4()), **told}
    return browser_of(actor).post(reverse(name, args=[number]), sent)


def test_from_asking_to_the_run_that_points_it_out(paid: Paid) -> None:
    case = paid.case
    asked = send(case.finance, "bank_ask", case.provider_id, **ASKED)
    newest = BankProposal.objects.latest("id")
    assert asked["Location"] == reverse("bank_answer", args=[newest.pk])
    mine = send(case.finance, "bank_answer", newest.pk, answer="confirm")
    assert mine.status_code == 422
    assert "that takes a second person" in mine.content.decode()
    assert send(case.finance_two, "bank_answer", newest.pk, answer="confirm").status_code == 302
    assert BankAnswer.objects.get(proposal=newest).by_id == case.finance_two.user_id
    for name in ("run", "run_release"):
        page = read(case.finance_two, name, paid.ids["run_id"])
        assert "new since the run before, account 11223344" in page
    hidden = read(case.commissioner, "run", paid.ids["run_id"])
    assert "account •••••344" in hidden
    assert "11223344" not in hidden


def test_an_account_is_hidden_from_who_does_not_change_it(paid: Paid) -> None:
    case = paid.case
    for name, args in (("payee_list", ()), ("payee", (case.provider_id,))):
        whole, hidden = read(case.finance, name, *args), read(case.commissioner, name, *args)
        assert "00000012" in whole
        assert "00000012" not in hidden
        assert "•••••012" in hidden
        assert "01632 960001" not in hidden
        assert "Manylion banc" in read(case.commissioner, name, *args, language="cy")


def test_what_is_wrong_is_said_beside_its_question_and_nothing_is_kept(paid: Paid) -> None:
    before = BankProposal.objects.count()
    wrong = ASKED | {"sort_code": "12345", "telephone": "123"}
    page = send(paid.case.finance, "bank_ask", paid.case.provider_id, **wrong)
    assert page.status_code == 422
    assert "A sort code has six figures" in page.content.decode()
    assert BankProposal.objects.count() == before


def test_a_draft_keeps_how_a_number_was_found_and_no_number_of_an_account(paid: Paid) -> None:
    case, said = paid.case, "It stands on their own site, under Contact"
    page = read(case.finance, "bank_ask", case.provider_id)
    seal = re.findall(r'name="(draft|form_token)" value="([^"]+)"', page)
    typed = dict(seal) | ASKED | {"found": said, "do": "later"}
    kept = browser_of(case.finance).post(reverse("drafts"), typed)
    assert kept.status_code == 302
    draft = Draft.objects.get()
    assert draft.typed["found"] == [said]
    assert not {"sort_code", "account_number", "service_user"} & set(draft.typed)
    again = browser_of(case.finance).get(
        reverse("bank_ask", args=[case.provider_id]) + f"?draft={draft.key}"
    )
    assert said in again.content.decode()
    assert "11223344" not in again.content.decode()


def test_a_file_is_made_and_taken_the_same_again(paid: Paid) -> None:
    case, row = paid.case, PaymentFile.objects.get()
    told = {"payer": str(row.payer_id), "form": "pain_001"}
    day = {"arrives-day": "1", "arrives-month": "7", "arrives-year": "2026"}
    saturday = day | {"arrives-day": "4"}
    twice = send(case.finance, "run_files", row.run_id, **told, **day)
    assert twice.status_code == 422
    assert send(case.finance_two, "file_unsent", row.pk).status_code == 302
    refused = send(case.finance, "run_files", row.run_id, **told, **saturday)
    assert "Banks pay on working days" in refused.content.decode()
    assert send(case.finance, "run_files", row.run_id, **told, **day).status_code == 302
    assert send(case.finance, "run_files", row.run_id, **told, **day).status_code == 302
    assert PaymentFile.objects.count() == 2
    made = PaymentFile.objects.latest("number")
    address = reverse("payment_file", args=[made.pk])
    first, again = (browser_of(case.finance_two).get(address) for _ in range(2))
    assert first.content == again.content == bytes(made.content)
    assert first["Content-Disposition"] == 'attachment; filename="payments-000002.xml"'
    assert made.sha256 in read(case.finance, "run_files", row.run_id)
    old = browser_of(case.finance).get(reverse("payment_file", args=[row.pk]))
    assert old["Content-Disposition"] == 'attachment; filename="not-to-send-payments-000001.csv"'
    waits = PaymentRun.objects.get(state="proposed")
    assert "so there is nothing to send" in read(case.finance, "run_files", waits.pk)
