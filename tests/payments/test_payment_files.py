"""A file for the bank: made once, equal to the ledger, the same bytes for ever."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from django.db import connection
from django.urls import reverse

from tests.fixtures.case import Case, a_case, an_actor, moment
from tests.fixtures.command import whatmatters
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from tests.fixtures.paid import browser_of
from tests.fixtures.racing import race
from tests.payments.test_bank_details import GIVEN
from whatmatters.access.models import User
from whatmatters.access.services import mark_installation
from whatmatters.payments.models import PaymentFile
from whatmatters.payments.queries import balance, remittances
from whatmatters.payments.queries.files import file_bytes, files_of
from whatmatters.payments.services import (
    answer_bank_details,
    ask_bank_details,
    make_payment_file,
    propose_run,
    say_unsent,
    set_calendar,
)
from whatmatters.payments.services.file_days import day_worked
from whatmatters.rules.payment_files import FileFormat
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import InstallationKind, Role

MADE = ANCHOR + timedelta(days=29)  # Tuesday 5 May 2026: Monday was a bank holiday
FRIDAY = MADE + timedelta(days=3)
CSV, BACS, PAIN = FileFormat.BANK_CSV, FileFormat.STANDARD_18, FileFormat.PAIN_001
RACERS = 6


def bank(case: Case, organisation_id: int, **other: object) -> None:
    at, given = moment(ANCHOR), replace(GIVEN, **other)
    asked = ask_bank_details(
        by=case.finance, at=at, on=ANCHOR, organisation_id=organisation_id, given=given
    )
    answer_bank_details(by=case.finance_two, at=at, proposal_id=asked, confirmed=True)


def make(case: Case, run_id: int, form=CSV, by=None, arrives=FRIDAY, payer=None):
    return make_payment_file(
        by=by or case.finance,
        at=moment(MADE),
        run_id=run_id,
        payer_id=payer or case.council_organisation_id,
        form=form,
        arrives=arrives,
    )


def never_sent(case: Case, file_id: int, by=None) -> None:
    say_unsent(by=by or case.finance_two, at=moment(MADE), file_id=file_id)


def a_paid_run(case: Case) -> int:
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    a_plan_agreement(case, a_contract(case))
    return run_period(case, ANCHOR)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def test_each_format_is_made_once_numbered_and_equal_to_the_ledger(case: Case) -> None:
    run_id = a_paid_run(case)
    bank(case, case.provider_id, account_number="12345678")
    bank(case, case.council_organisation_id, account_name="Cyngor", service_user="999999")
    made = []
    for form in (CSV, BACS, PAIN):
        made.append(make(case, run_id, form))
        if form is not PAIN:
            never_sent(case, made[-1].facts.file_id)
    left = -balance(case.council_id)[f"bank:org:{case.council_organisation_id}"]
    assert [(one.new, one.facts.number, one.facts.count) for one in made] == [
        (True, 1, 1),
        (True, 2, 1),
        (True, 3, 1),
    ]
    assert {one.facts.pence for one in made} == {left}
    first = {one.facts.form: file_bytes(case.council_id, one.facts.file_id) for one in made}
    # Whatever day is asked and whoever asks, and whatever the account is now: the same file.
    bank(case, case.provider_id, account_number="87654321")
    again = make(case, run_id, PAIN, by=case.finance_two, arrives=FRIDAY + timedelta(days=3))
    assert (again.new, again.facts) == (False, first[PAIN][0])
    for one in made:
        facts, content = file_bytes(case.council_id, one.facts.file_id)
        assert content == first[facts.form][1]
        assert facts.sha256 == hashlib.sha256(content).hexdigest()
        assert b"12345678" in content
    assert len(files_of(case.council_id, run_id)) == 3


def test_of_a_run_and_a_payer_one_file_is_there_to_be_sent(case: Case) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(MADE), as_of=MADE)
    run_id = a_paid_run(case)
    bank(case, case.provider_id)
    bank(case, case.council_organisation_id, service_user="999999")
    first = make(case, run_id).facts
    for form in (BACS, PAIN):
        with pytest.raises(Refusal, match="another_format_made") as refused:
            make(case, run_id, form)
        assert refused.value.params["number"] == first.number
    with pytest.raises(Refusal, match="unsent_by_who_made"):
        never_sent(case, first.file_id, by=case.finance)
    with pytest.raises(Refusal, match="not_allowed"):
        never_sent(case, first.file_id, by=case.commissioner)
    with pytest.raises(Refusal, match="file_not_found"):
        never_sent(case, first.file_id, by=a_case("W06000001").finance)
    never_sent(case, first.file_id)
    never_sent(case, first.file_id)
    # The same format with another day is another file, with a number of its own.
    second = make(case, run_id, arrives=FRIDAY + timedelta(days=3)).facts
    assert (second.number, second.form, second.arrives) == (2, CSV, FRIDAY + timedelta(days=3))
    told = [(one.number, one.unsent_by_id) for one in files_of(case.council_id, run_id)]
    assert told == [(1, case.finance_two.user_id), (2, None)]
    page = browser_of(case.finance).get(reverse("run_files", args=[run_id])).content.decode()
    assert reverse("payment_file", args=[second.file_id]) in page
    assert f'href="{reverse("payment_file", args=[first.file_id])}"' not in page
    assert "File 1 is not to be sent" in page


@pytest.mark.campaign
def test_of_two_formats_asked_for_at_once_one_is_made(own_database) -> None:
    case = a_case()
    run_id = a_paid_run(case)
    bank(case, case.provider_id)
    bank(case, case.council_organisation_id, service_user="999999")
    asked = [partial(make, case, run_id, form) for form in (CSV, BACS, PAIN) * 2]
    told = race([partial(_outcome, one) for one in asked])
    assert {kind for kind, _ in told} == {"done"}, told
    assert sorted({said for _, said in told if said.startswith("another")}) == [
        "another_format_made"
    ]
    assert PaymentFile.objects.count() == 1


def _outcome(act) -> str:
    try:
        return act().facts.sha256
    except Refusal as refusal:
        return refusal.code


def test_a_remittance_of_nothing_is_in_no_file(case: Case) -> None:
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    run_id = run_period(case, ANCHOR)
    assert remittances(case.council_id, run_id=run_id) == ()
    with pytest.raises(Refusal, match="payer_pays_nothing"):
        make(case, run_id)


def test_what_cannot_be_made_is_refused_by_name_and_nothing_is_kept(case: Case) -> None:
    run_id = a_paid_run(case)
    with pytest.raises(Refusal, match="without_bank_details") as refused:
        make(case, run_id)
    assert refused.value.params["names"] == "Council W06000002, Gofal Afon"
    bank(case, case.provider_id)
    bank(case, case.council_organisation_id)
    with pytest.raises(Refusal, match="without_service_user"):
        make(case, run_id, BACS)
    bank(case, case.council_organisation_id, service_user="999999")
    for form, arrives, code in (
        (CSV, MADE - timedelta(days=1), "not_a_working_day"),
        (CSV, MADE + timedelta(days=4), "not_a_working_day"),
        (CSV, MADE - timedelta(days=5), "arrives_too_soon"),
        (BACS, MADE + timedelta(days=1), "arrives_too_soon"),
        (CSV, MADE.replace(year=2099), "beyond_holiday_table"),
    ):
        with pytest.raises(Refusal, match=code):
            make(case, run_id, form, arrives=arrives)
    with pytest.raises(Refusal, match="payer_pays_nothing"):
        make(case, run_id, payer=case.provider_id)
    with pytest.raises(Refusal, match="not_allowed"):
        make(case, run_id, by=case.commissioner)
    proposed = propose_run(
        by=case.finance, at=moment(MADE + timedelta(days=28)), period_start=MADE - timedelta(days=1)
    )
    with pytest.raises(Refusal, match="file_of_run_not_released"):
        make(case, proposed.run_id)
    with pytest.raises(Refusal, match="run_not_found"):
        make(case, run_id, by=a_case("W06000001").finance)
    assert not PaymentFile.objects.exists()
    assert make(case, run_id, BACS, arrives=MADE + timedelta(days=2)).facts.number == 1


def test_a_file_that_differs_from_the_ledger_is_not_made(own_database, owner_connection) -> None:
    case = a_case()
    run_id = a_paid_run(case)
    bank(case, case.provider_id)
    bank(case, case.council_organisation_id)
    with owner_connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE payments_remittance DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER append_only_update_payments_remittance")
        cursor.execute("UPDATE payments_remittance SET paid = paid + 1, earned = earned + 1")
    with pytest.raises(Refusal, match="controls_differ"):
        make(case, run_id)
    assert not PaymentFile.objects.exists()


@pytest.mark.campaign
def test_of_many_who_make_it_at_once_one_does_and_all_get_the_same(own_database) -> None:
    case = a_case()
    run_id = a_paid_run(case)
    bank(case, case.provider_id)
    bank(case, case.council_organisation_id)
    body = case.council_organisation_id
    officers = [an_actor(case.system, Role.FINANCE_OFFICER, body) for _ in range(RACERS)]

    def act(by) -> tuple[bool, str]:
        made = make(case, run_id, PAIN, by=by)
        return made.new, made.facts.sha256

    told = race([partial(act, by) for by in officers])
    assert {kind for kind, _ in told} == {"done"}, told
    assert sorted(new for _, (new, _) in told) == [False] * (RACERS - 1) + [True]
    assert len({sha for _, (_, sha) in told}) == 1
    assert PaymentFile.objects.count() == 1


def test_the_command_writes_the_file_and_the_same_again(own_database, tmp_path) -> None:
    case = a_case()
    run_id = a_paid_run(case)
    bank(case, case.provider_id)
    bank(case, case.council_organisation_id)
    made = make(case, run_id)
    by = User.objects.get(pk=case.finance.user_id).username
    out = tmp_path / "payments.csv"
    told = ["payment-file", str(run_id), "bank_csv", "--by", by, "--council", "W06000002"]
    told += ["--arrives", str(FRIDAY), "--out", str(out)]
    done = whatmatters(*told, env=own_database.env)
    assert done.returncode == 0, done.stderr
    assert "File 1 (made before, and the same): 1 payments" in done.stdout
    assert made.facts.sha256 in done.stdout
    assert out.read_bytes() == bytes(PaymentFile.objects.get().content)
    again = whatmatters(*told, env=own_database.env)
    assert (again.returncode, "is there already" in again.stderr) == (2, True)


def test_a_file_for_bacs_made_on_a_saturday_is_sent_on_monday_and_pays_on_wednesday() -> None:
    saturday = date(2026, 5, 9)
    with pytest.raises(Refusal, match="arrives_too_soon") as refused:
        day_worked(BACS, saturday, date(2026, 5, 12))
    assert refused.value.params["earliest"] == date(2026, 5, 13)
    assert day_worked(BACS, saturday, date(2026, 5, 13)) == date(2026, 5, 12)
    assert day_worked(BACS, date(2026, 5, 8), date(2026, 5, 12)) == date(2026, 5, 11)
