"""Pages of a fund: agreed with her, kept by its provider, read line by line by her and hers."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment, outcomes_for
from tests.fixtures.funded import MODEL, a_fund, agreed, bought, paid
from tests.fixtures.money import ANCHOR, a_contract, run_period
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.services import mark_installation
from whatmatters.funds.models import AgreedSpend, Fund, FundLine
from whatmatters.home.services import someone_moved
from whatmatters.payments.services import set_calendar
from whatmatters.rules.funds.agreed import Every
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.once

TODAY = date(2026, 5, 25)
MAY = date(2026, 5, 4)


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


def test_a_fund_is_opened_and_a_spend_agreed_by_pages(case: Case, person: Somebody) -> None:
    worker, manager = case.social_worker, case.manager
    assert "It comes first" in read(worker, "fund_open", person.id)
    contract = a_contract(case, model=MODEL)
    given = {"contract": str(contract), **days("starts", ANCHOR), "budget": "£15,600"}
    given |= {"management_fee": "5", "carry_over_weeks": "", "overdraft_pence": ""}
    assert send(worker, "fund_open", person.id, **given).status_code == 302
    fund = Fund.objects.get().pk
    assert "An outcome comes first" in read(worker, "fund_agree", fund)
    assert "Nothing was agreed to be spent yet" in read(manager, "fund_spend", fund)
    (outcome,) = outcomes_for(case, person.id, 1)
    spend = {"what": "Dosbarth crochenwaith", "outcome": str(outcome), "pence": "30"}
    spend |= {"every": "week", **days("starts", MAY), "whose": "herself"}
    assert send(worker, "fund_agree", fund, **spend).status_code == 302
    page = read(person.actor, "fund", fund)
    for words in (
        "My fund",
        "£0.00 is left. It may be spent until 4 April 2027",
        "Dosbarth crochenwaith",
        "For the outcome: Outcome 1",
        "£30.00 every week",
        "5% of each instalment",
        "Agreed by the person;",
    ):
        assert words in page


def test_money_is_written_in_spent_and_put_right_by_pages(case: Case, person: Somebody) -> None:
    manager, fund = case.manager, a_fund(case, person, management_fee=Decimal("0.05"))
    agreed_id = str(agreed(case, person, fund, 3_000, every=Every.WEEK, starts=MAY))
    came = {"instalment": "1", **days("on", MAY), "pence": "1200"}
    assert send(manager, "fund_pay_in", fund, **came).status_code == 302
    assert "already" not in read(manager, "fund_pay_in", fund)  # the second has begun
    bought_now = {"agreed": agreed_id, **days("on", TODAY), "what_for": "=SUM(A1)", "seller": "Art"}
    # Four weeks have begun: 120.00 is agreed.
    assert "£120.00 of it may still" in said(
        send(manager, "fund_spend", fund, **bought_now, pence="120.01")
    )
    assert send(manager, "fund_spend", fund, **bought_now, pence="45.50").status_code == 302
    line = FundLine.objects.get(kind="spent").pk
    page = read(person.actor, "fund", fund)
    assert "£1,094.50 is left" in page
    assert "Sold by Art" in page
    right = {"line": str(line), "why": "Dwywaith"}
    assert send(manager, "fund_reverse", fund, **right).status_code == 302
    assert "£1,140.00 is left" in read(person.actor, "fund", fund)
    sheet = browser_of(person.actor).get(reverse("fund_csv", args=[fund])).content.decode()
    assert '"\'=SUM(A1)"' in sheet
    assert "45.50" in sheet
    assert "Put right by line 4" in sheet
    paper = read(person.actor, "fund_print", fund, language="cy")
    assert "Cronfa Mair" in paper
    assert "Mae £1,140.00 ar ôl" in paper


def test_a_long_account_is_paged_and_whole_on_paper(case: Case, person: Somebody) -> None:
    manager, fund = case.manager, a_fund(case, person)
    spend = agreed(case, person, fund, 3_000, every=Every.WEEK, starts=MAY)
    came = {"instalment": "1", **days("on", MAY), "pence": "1200"}
    assert send(manager, "fund_pay_in", fund, **came).status_code == 302
    first = FundLine.objects.get()
    FundLine.objects.bulk_create(
        FundLine(
            council_id=first.council_id,
            by_id=first.by_id,
            at=first.at,
            fund_id=fund,
            place=place,
            kind="spent",
            on=TODAY,
            pence=-100,
            left=120_000 - 100 * (place - 1),
            overdraft=0,
            spend_id=spend,
        )
        for place in range(2, 30)
    )
    address = reverse("fund", args=[fund])
    pages = [browser_of(person.actor).get(address + query) for query in ("", "?page=2")]
    told = [page.content.decode().partition("Every line")[2] for page in pages]
    assert [page.count('<th scope="row">') for page in told] == [25, 4]
    assert told[0].index('<th scope="row">29</th>') < told[0].index('<th scope="row">28</th>')
    paper = read(person.actor, "fund_print", fund).partition("Every line")[2]
    assert paper.count('<th scope="row">') == 29


def test_a_fund_is_stopped_ended_and_closed_by_pages(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person)
    one = agreed(case, person, fund)
    paid(case, fund, 1, MAY)
    paid(case, fund, 2, MAY)
    bought(case, one, MAY, 50_000)
    worker = case.social_worker
    stop = {"agreed": str(one), **days("on", MAY)}
    assert send(worker, "fund_stop", fund, **stop).status_code == 302
    assert AgreedSpend.objects.get().ends == MAY
    end = {**days("on", MAY - timedelta(days=1)), "reason": "direct_payment"}
    assert "Something was spent on 4 May 2026" in said(send(worker, "fund_end", fund, **end))
    end |= days("on", date(2026, 5, 24))
    assert send(worker, "fund_end", fund, **end).status_code == 302
    assert "£1,900.00 is left. The fund ended on 24 May 2026" in read(case.finance, "fund", fund)
    assert "£1,900.00" in read(case.manager, "fund_close", fund)
    assert send(case.manager, "fund_close", fund).status_code == 302
    assert "The account is closed" in read(person.actor, "fund", fund)
    assert read(case.manager, "fund", fund).count("Close the account") == 0


def test_a_fund_that_never_began_says_so(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person, starts=date(2026, 8, 31))
    someone_moved(by=case.social_worker, at=moment(TODAY), person_id=person.id, on=TODAY)
    for name, number in (("fund", fund), ("fund_list", person.id)):
        assert "to begin on 31 August 2026 and never did" in read(case.finance, name, number)


def test_a_reader_without_her_outcomes_reads_no_outcome(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person)
    agreed(case, person, fund)
    assert "For the outcome" in read(case.manager, "fund", fund)
    assert "For the outcome" not in read(case.finance, "fund", fund)


def test_a_provider_s_lines_are_checked_against_the_council_s_payments(
    case: Case, person: Somebody
) -> None:
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    fund, other = a_fund(case, person), a_fund(case, a_person(case, "Elin Puw"))
    run_period(case, ANCHOR)
    for number in (1, 2):
        paid(case, other, number, MAY)
    paid(case, fund, 1, MAY, 119_000)
    for reader in (case.finance, case.commissioner, case.manager):
        page = read(reader, "funds_checked")
        assert "One fund differs" in page
        assert "Instalment 1: the council’s ledger says £1,200.00, the account £1,190.00" in page
        assert "Instalment 2: the council’s ledger says £1,200.00, the account £0.00" in page
        assert page.count("Nothing: they agree") == 1
    for asked, count in {"?stand=differs": 1, "?stand=agrees&page=9": 1, "?stand=no": 2}.items():
        answer = browser_of(case.finance).get(reverse("funds_checked") + asked).content.decode()
        assert answer.count('<th scope="row">') == count, asked
    stranger = a_case("W06000001").finance
    assert "There is no fund here yet" in read(stranger, "funds_checked")
