"""Bank details change by two people after a call back; nothing of what was before is lost."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from tests.fixtures.case import STARTS, Case, a_case, an_actor, moment
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from tests.fixtures.racing import race
from whatmatters.payments.models import BankAnswer, BankProposal
from whatmatters.payments.queries.banking import bank_history, changed_for, in_use, waiting
from whatmatters.payments.services import (
    BankGiven,
    answer_bank_details,
    ask_bank_details,
    set_calendar,
)
from whatmatters.rules.bank_details import NumberFrom
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role

GIVEN = BankGiven(
    sort_code="00-00-01",
    account_number="00000012",
    account_name="Gofal Afon Cyf",
    rung="Beth Morgan",
    telephone="01632 960001",
    number_from=NumberFrom.ON_RECORD,
    called_on=STARTS,
)
RACERS = 6


def ask(case: Case, by=None, at=STARTS, **other: object) -> int:
    return ask_bank_details(
        by=by or case.finance,
        at=moment(at),
        on=at,
        organisation_id=case.provider_id,
        given=replace(GIVEN, **other),
    )


def answer(case: Case, proposal_id: int, by=None, at=STARTS, confirmed=True) -> bool:
    by = by or case.finance_two
    return answer_bank_details(by=by, at=moment(at), proposal_id=proposal_id, confirmed=confirmed)


def number_in_use(case: Case) -> str | None:
    found = in_use(case.council_id, [case.provider_id]).get(case.provider_id)
    return found and found.account.number


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def test_one_asks_another_confirms_and_only_then_they_are_used(case: Case) -> None:
    asked = ask(case)
    assert number_in_use(case) is None
    assert [one.proposal_id for one in waiting(case.council_id)] == [asked]
    with pytest.raises(Refusal, match="bank_details_take_two"):
        answer(case, asked, by=case.finance)
    assert answer(case, asked) is True
    assert answer(case, asked) is False
    assert number_in_use(case) == "00000012"
    (told,) = bank_history(case.council_id, case.provider_id)
    assert (told.rung, told.telephone, told.called_on) == ("Beth Morgan", "01632 960001", STARTS)
    assert (told.asked_by_id, told.answered_by_id) == (
        case.finance.user_id,
        case.finance_two.user_id,
    )


def test_the_database_itself_refuses_one_person_alone(case: Case) -> None:
    row = BankProposal.objects.get(pk=ask(case))
    alone = {"council_id": case.council_id, "by_id": row.by_id, "asked_by_id": row.by_id}
    with pytest.raises(IntegrityError), transaction.atomic():
        BankAnswer.objects.create(**alone, at=row.at, proposal=row, confirmed=True)


def test_what_was_before_stays_and_an_older_asking_is_worth_nothing(case: Case) -> None:
    answer(case, ask(case))
    older = ask(case, account_number="11111111")
    newer = ask(case, account_number="22222222")
    with pytest.raises(Refusal, match="bank_details_answered"):
        answer(case, older)
    assert answer(case, newer, by=case.finance, confirmed=False)
    with pytest.raises(Refusal, match="bank_details_answered"):
        answer(case, newer)
    assert number_in_use(case) == "00000012"
    told = bank_history(case.council_id, case.provider_id)
    assert [(one.account.number, one.confirmed) for one in told] == [
        ("22222222", False),
        ("11111111", None),
        ("00000012", True),
    ]


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"sort_code": "12-34-5"}, "not_a_sort_code"),
        ({"sort_code": "000000"}, "not_a_sort_code"),
        ({"sort_code": "١٢٣٤٥٦"}, "not_a_sort_code"),
        ({"account_number": "1234567"}, "not_an_account_number"),
        ({"account_number": "-1234567"}, "not_an_account_number"),
        ({"account_name": "?!"}, "account_name_not_writable"),
        ({"service_user": "12"}, "not_a_service_user_number"),
        ({"telephone": "the usual one"}, "not_a_telephone"),
        ({"rung": " "}, "words_missing"),
        ({"called_on": STARTS + timedelta(days=1)}, "call_in_future"),
        ({"number_from": NumberFrom.FOUND}, "how_found_missing"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(case: Case, other, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        ask(case, **other)
    assert not BankProposal.objects.exists()


def test_who_may_not_and_who_is_not_there(case: Case) -> None:
    elsewhere = a_case("W06000001")
    for by in (case.commissioner, case.manager, case.social_worker):
        with pytest.raises(Refusal, match="not_allowed"):
            ask(case, by=by)
    with pytest.raises(Refusal, match="no_such_payee"):
        ask(case, by=elsewhere.finance)
    with pytest.raises(Refusal, match="no_such_payee"):
        answer(case, ask(case), by=elsewhere.finance)


def test_the_next_run_points_out_what_changed_since_the_last(case: Case) -> None:
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    a_plan_agreement(case, a_contract(case))
    answer(case, ask(case))
    first = run_period(case, ANCHOR)
    second = run_period(case, ANCHOR + timedelta(days=28))
    later = ANCHOR + timedelta(days=60)
    answer(case, ask(case, at=later, account_number="22222222"), at=later)
    third = run_period(case, ANCHOR + timedelta(days=56))

    def told(run_id: int) -> list[str]:
        found = changed_for(run_id, case.council_id, [case.provider_id])
        return [one.account.number for one in found.values()]

    # A file of the second run is made after its release, and would pay the new account.
    assert [told(first), told(second), told(third)] == [["00000012"], ["22222222"], ["22222222"]]


@pytest.mark.campaign
def test_of_many_who_confirm_at_once_one_does(own_database) -> None:
    case = a_case()
    asked = ask(case)
    body = case.council_organisation_id
    officers = [an_actor(case.system, Role.FINANCE_OFFICER, body) for _ in range(RACERS)]
    told = race([partial(answer, case, asked, by) for by in [*officers, case.finance]])
    assert told[-1] == ("refused", "bank_details_take_two")
    assert sorted(told[:-1]) == [("done", False)] * (RACERS - 1) + [("done", True)]
    assert BankAnswer.objects.count() == 1
