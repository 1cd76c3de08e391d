"""What all who pay have paid for one person (R-IN-04): two thirds social care, one third health.

92767 pence of the first period: 61845 and 30922. 92766 of the second: 61844 and 30922.
"""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.direct import FIRST
from tests.fixtures.introduced import a_worker, parties, tell
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from tests.fixtures.paid import browser_of
from tests.fixtures.paying import PERIODS
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.payments.queries.spent_on import spent_on, together
from whatmatters.payments.services import propose_run, set_calendar
from whatmatters.rules.roles import InstallationKind, OrganisationKind

SECOND_OVER = PERIODS[1] + timedelta(days=28)
COUNCIL, HEALTH = OrganisationKind.COUNCIL, OrganisationKind.HEALTH_BOARD


@pytest.fixture
def case(db: None) -> Case:
    today = date(2026, 8, 3)
    mark_installation(kind=InstallationKind.DEMO, at=moment(today), as_of=today)
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def shared_plan(case: Case, person: Somebody) -> None:
    contract = a_contract(case, shares=((2, 3), (1, 3)))
    a_plan_agreement(case, contract, person_id=person.id)


def test_by_who_pays_in_a_year_and_ever_and_nothing_that_is_only_proposed(
    case: Case, person: Somebody
) -> None:
    shared_plan(case, person)
    a_plan_agreement(case, a_contract(case), person_id=a_person(case, "Nia Rees").id)
    for start in PERIODS[:2]:
        run_period(case, start)
    propose_run(by=case.finance, at=moment(PERIODS[3]), period_start=PERIODS[2])
    found = spent_on(case.council_id, person.id, SECOND_OVER)
    assert [(one.kind, one.payee_id, one.model, one.year, one.ever) for one in found] == [
        (COUNCIL, case.provider_id, "outcome_payments", 123_689, 123_689),
        (HEALTH, case.provider_id, "outcome_payments", 61_844, 61_844),
    ]
    # Of a period that ended 52 weeks before the day nothing is of the year.
    later = spent_on(case.council_id, person.id, PERIODS[1] + timedelta(weeks=52))
    assert together(later) == {COUNCIL: (61_844, 123_689), HEALTH: (30_922, 61_844)}


def read(actor: Actor, person: Somebody, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(reverse("money_spent", args=[person.id]))
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return " ".join(answer.content.decode().partition("<main")[2].split())


def test_the_page_adds_care_and_health_and_counts_her_own_account_once(
    case: Case, person: Somebody
) -> None:
    """Her direct payment is counted as it is paid into her account, and not as it is paid on."""
    assert "Nothing has been paid for one person alone yet" in read(person.actor, person)
    worker = a_worker(case, person)
    tell(person, worker, FIRST, 60)
    shared_plan(case, person)
    for start in PERIODS[:4]:
        run_period(case, start)
    found = spent_on(case.council_id, person.id, date(2026, 8, 3))
    account, _hers = parties(worker)
    passed_on = [one.ever for one in found if one.payer_id == account]
    assert sorted(passed_on) == [320, 1_280]  # of 16.00 the platform's part and the worker's
    counted = sum(ever for _year, ever in together(found).values())
    assert counted == sum(one.ever for one in found) - 1_600
    # The board's third of four periods: the plan is paid on while nobody has reviewed it.
    assert together(found)[HEALTH] == (4 * 30_922, 4 * 30_922)
    page = read(person.actor, person)
    assert "What was paid for my support" in page
    assert "Health" in page
    assert "£1,236.88" in page
    assert "It is not counted again" in page
    assert "£12.80" in page  # the worker's part of 16.00
    assert "Iechyd" in read(case.finance, person, "cy")
    record = browser_of(person.actor).get(reverse("record", args=[person.id])).content.decode()
    assert reverse("money_spent", args=[person.id]) in record
