"""Pages of a direct payment: opened by her worker, kept by herself, looked at, ended."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment, outcomes_for
from tests.fixtures.direct import FIRST, MODEL, chosen
from tests.fixtures.money import ANCHOR, a_contract, run_period
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.services import mark_installation
from whatmatters.direct_payments.models import DirectPayment, RecordLine
from whatmatters.direct_payments.services import LineGiven, write_line
from whatmatters.payments.services import set_calendar
from whatmatters.rules.direct_payments import RecordKind
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.once

TODAY = date(2026, 7, 20)


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def read(actor, name: str, *args: int, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(reverse(name, args=args))
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return answer.content.decode()


def send(actor, name: str, *args: int, **told: str):
    return browser_of(actor).post(reverse(name, args=args), {"form_token": str(uuid4()), **told})


def days(field: str, day: date) -> dict[str, str]:
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return {f"{field}-{part}": str(number) for part, number in parts.items()}


def said(answer) -> str:
    assert answer.status_code == 422
    return answer.content.decode()


def _opened(case: Case, person: Somebody) -> int:
    route, contract = chosen(case, person), a_contract(case, model=MODEL)
    given = {"route": str(route), "contract": str(contract), **days("starts", FIRST)}
    given |= {"account": "own", "weekly_contribution": "35.50", "net": "", "start_up": ""}
    given |= {"surplus_weeks": "", "run_on_days": ""}
    assert send(case.social_worker, "direct_open", person.id, **given).status_code == 302
    return int(DirectPayment.objects.get().pk)


def test_it_is_opened_by_her_choice_and_says_what_it_is(case: Case, person: Somebody) -> None:
    assert "has not chosen a direct payment" in read(case.social_worker, "direct_open", person.id)
    assert "There is no direct payment here" in read(person.actor, "direct_list", person.id)
    direct = _opened(case, person)
    page = read(person.actor, "direct", direct)
    for words in (
        "My direct payment",
        "From 29 June 2026",
        "£231.92",  # 278300 x 7 / 84
        "£196.42",  # less 35.50
        "Every four weeks, before they begin",
        "8 weeks of money, beside what is owed",
        "28 days more are paid",
    ):
        assert words in page
    again = send(
        case.social_worker,
        "direct_open",
        person.id,
        route="0",
        contract="0",
        account="own",
        **days("starts", FIRST),
    )
    assert "There is a problem" in said(again)
    welsh = read(person.actor, "direct", direct, language="cy")
    assert "Fy nhaliad uniongyrchol" in welsh


def test_she_writes_strikes_out_and_her_worker_looks(case: Case, person: Somebody) -> None:
    direct = _opened(case, person)
    (mine,) = outcomes_for(case, person.id, 1)
    line = {**days("on", TODAY), "pence": "45", "what": "<b>Megan</b>", "outcome": str(mine)}
    owed = send(person.actor, "direct_write", direct, kind="owed", owed_for="", **line)
    assert "Say what it is owed for" in said(owed)
    for kind, owed_for in (("owed", "holiday_pay"), ("spent", "")):
        sent = send(person.actor, "direct_write", direct, kind=kind, owed_for=owed_for, **line)
        assert sent.status_code == 302
    page = read(case.social_worker, "direct", direct)
    assert "£45.00 was spent so far, and £45.00 is owed" in page
    assert "&lt;b&gt;Megan" in page
    assert "For the outcome: Outcome 1" in page
    spent = RecordLine.objects.get(kind="spent").pk
    assert send(person.actor, "direct_strike", direct, line=str(spent)).status_code == 302
    for n in range(25):
        told = LineGiven(direct, RecordKind.SPENT, TODAY, 100 + n, f"Week {n}")
        write_line(by=person.actor, at=moment(TODAY), given=told)
    second = browser_of(person.actor).get(reverse("direct", args=[direct]) + "?page=2")
    assert "Megan" in second.content.decode()
    assert "Week 24" not in second.content.decode()
    assert "£28.00 was spent so far" in read(person.actor, "direct", direct)  # 100 to 124 pence
    assert "£45.00 is owed today" in read(case.social_worker, "direct_look", direct)
    look = {**days("on", TODAY), "balance": "2,000"}
    assert send(case.social_worker, "direct_look", direct, **look).status_code == 302
    assert "£2,000.00" in read(person.actor, "direct", direct)
    ends = {**days("on", date(2026, 6, 1)), "reason": "replaced"}
    assert "29 June 2026 on" in said(send(case.social_worker, "direct_end", direct, **ends))
    ends |= days("on", TODAY)
    assert send(case.social_worker, "direct_end", direct, **ends).status_code == 302
    assert "29 June 2026 to 20 July 2026" in read(person.actor, "direct_list", person.id)
    assert "has its last day already" in read(case.social_worker, "direct_end", direct)


def test_what_was_paid_stands_on_her_record_and_the_account_among_payees(
    case: Case, person: Somebody
) -> None:
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    _opened(case, person)
    for start in (ANCHOR, date(2026, 5, 4), date(2026, 6, 1)):
        last = run_period(case, start)
    # The plan's 2783.00, and 196.42 x 4 = 785.68 ahead.
    assert "£3,568.68 in 3 payments" in read(person.actor, "record", person.id)
    assert "1 person’s own account, or her own worker’s" in read(case.finance, "run", last)
    payees = browser_of(case.finance).get(reverse("payee_list")).content.decode()
    assert f"Direct payment account {person.id}" in payees
