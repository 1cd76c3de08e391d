"""What funds refuse, and who may: nothing beyond what is there, nothing that was not agreed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment, outcomes_for
from tests.fixtures.funded import MODEL, YEAR_ENDS, a_fund, agreed, bought, paid
from tests.fixtures.money import ANCHOR, a_contract
from whatmatters.commissioning.models import Agreement
from whatmatters.funds.models import AgreedSpend, Fund, FundLine, LineWords
from whatmatters.funds.queries import account_lines
from whatmatters.funds.services import (
    BoughtGiven,
    FundGiven,
    SpendGiven,
    agree_spend,
    close_fund,
    end_fund,
    open_fund,
    pay_in,
    reverse_line,
    spend,
    stop_spend,
)
from whatmatters.records import one_person
from whatmatters.rules.funds.agreed import Every
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Refusal

MAY = date(2026, 5, 4)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def refused(code: str):
    return pytest.raises(Refusal, match=code)


def _rows(fund: int) -> list[tuple[str, int, int]]:
    return [(str(line.kind), line.pence, line.left) for line in account_lines([fund])]


def test_one_provider_holds_one_fund_of_hers_on_a_day_and_the_next_year_s_takes_it_up(
    case: Case, person: Somebody
) -> None:
    contract = a_contract(case, model=MODEL)
    first = a_fund(case, person, contract=contract)
    for day in (ANCHOR, YEAR_ENDS, ANCHOR - timedelta(days=10)):
        with refused("fund_runs"):
            a_fund(case, person, contract=contract, starts=day)
    second = a_fund(case, person, contract=contract, starts=YEAR_ENDS + timedelta(days=1))
    assert Fund.objects.get(pk=second).takes_up_id == first
    assert Fund.objects.count() == Agreement.objects.count() == 2


def test_only_a_contract_for_funds_opens_one_and_only_who_agrees_it_with_her(
    case: Case, person: Somebody
) -> None:
    other, contract = a_contract(case), a_contract(case, model=MODEL)
    with refused("not_a_fund"):
        a_fund(case, person, contract=other)
    for budget in ("0", "-1", "NaN"):
        with refused("budget_impossible"):
            a_fund(case, person, contract=contract, budget=budget)
    given = FundGiven(person.id, contract, ANCHOR, Decimal(15600))
    for nobody in (case.manager, case.finance, case.team_member, person.actor):
        with refused("not_allowed"):
            open_fund(by=nobody, at=moment(ANCHOR), given=given)
    assert Fund.objects.count() == Agreement.objects.count() == 0
    assert open_fund(by=case.commissioner, at=moment(ANCHOR), given=given)


def test_a_spend_is_agreed_with_her_for_an_outcome_of_hers(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person)
    (hers,) = outcomes_for(case, person.id, 1)
    (another,) = outcomes_for(case, a_person(case, "Elin Puw").id, 1)
    told = {"what": "Chapel taxi", "pence": 900, "every": Every.WEEK, "starts": ANCHOR}
    wrong = [
        ("not_her_outcome", {"outcome_id": another, "herself": True}),
        ("word_not_said", {"outcome_id": hers}),
        ("not_her_decider", {"outcome_id": hers, "decider_id": 999}),
        ("budget_impossible", {"outcome_id": hers, "herself": True, "pence": 0}),
        ("outside_fund", {"outcome_id": hers, "herself": True, "starts": ANCHOR - timedelta(1)}),
        ("outside_fund", {"outcome_id": hers, "herself": True, "ends": YEAR_ENDS + timedelta(1)}),
    ]
    for code, change in wrong:
        with refused(code):
            given = SpendGiven(fund_id=fund, **{**told, **change})
            agree_spend(by=case.social_worker, at=moment(ANCHOR), given=given)
    given = SpendGiven(fund_id=fund, outcome_id=hers, herself=True, **told)
    for nobody in (case.manager, case.finance, person.actor):
        with refused("not_allowed"):
            agree_spend(by=nobody, at=moment(ANCHOR), given=given)
    assert AgreedSpend.objects.count() == 0


def test_what_is_spent_is_there_and_was_agreed_by_that_day(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person)
    class_ = agreed(case, person, fund)
    taxi = agreed(case, person, fund, 900, every=Every.WEEK, starts=MAY)
    with refused("beyond_balance"):
        bought(case, class_, MAY, 1)
    assert paid(case, fund, 1, MAY) == 120_000
    assert bought(case, class_, MAY, 98_750, "Crochendy Arfon") == 21_250
    with refused("beyond_agreed"):
        bought(case, class_, MAY, 1_251)
    # Two weeks have begun on the 11th: 1800 agreed, and not one penny before the first.
    with refused("beyond_agreed"):
        bought(case, taxi, MAY - timedelta(1), 1)
    assert bought(case, taxi, date(2026, 5, 11), 1_800) == 19_450
    with refused("beyond_agreed"):
        bought(case, taxi, MAY, 1, at=date(2026, 5, 12))
    with refused("day_not_reached"):
        bought(case, taxi, date(2026, 5, 25), 100, at=MAY)
    dear = agreed(case, person, fund, 50_000)
    with refused("beyond_balance"):
        bought(case, dear, date(2026, 5, 12), 19_451)
    assert bought(case, dear, date(2026, 5, 12), 19_450) == 0
    assert LineWords.objects.get(line__pence=-98_750).seller == "Crochendy Arfon"


def test_a_later_spend_is_not_spent_again_on_an_earlier_day(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person)
    one = agreed(case, person, fund, 200_000)
    paid(case, fund, 1, MAY)
    bought(case, one, MAY + timedelta(5), 119_999)
    with refused("beyond_balance"):
        bought(case, one, MAY, 2, at=MAY + timedelta(6))
    with refused("beyond_balance"):  # the money came on the 4th
        bought(case, one, MAY - timedelta(1), 1, at=MAY + timedelta(6))
    assert bought(case, one, MAY, 1, at=MAY + timedelta(6)) == 0


def test_an_overdraft_lends_what_the_terms_lend_and_a_fee_is_taken_first(
    case: Case, person: Somebody
) -> None:
    fund = a_fund(case, person, overdraft_pence=5_000, management_fee=Decimal("0.05"))
    one = agreed(case, person, fund, 200_000)
    assert paid(case, fund, 1, MAY) == 114_000
    with refused("beyond_balance"):
        bought(case, one, MAY, 119_001)
    assert bought(case, one, MAY, 119_000) == -5_000
    assert _rows(fund) == [
        ("paid_in", 120_000, 120_000),
        ("fee", -6_000, 114_000),
        ("spent", -119_000, -5_000),
    ]


def test_a_line_is_never_changed_but_reversed_once_with_its_fee(
    case: Case, person: Somebody
) -> None:
    fund = a_fund(case, person, management_fee=Decimal("0.05"))
    one = agreed(case, person, fund)
    paid(case, fund, 1, MAY, 130_000)
    bought(case, one, MAY, 60_000)
    money, fee, spent = (line.id for line in account_lines([fund]))
    told = {"by": case.manager, "at": moment(MAY), "why": "Written twice"}
    with refused("beyond_balance"):  # the money is spent
        reverse_line(line_id=money, **told)
    assert reverse_line(line_id=spent, **told) == 123_500
    assert reverse_line(line_id=money, **told) == 0
    for wrong in (spent, money, fee):
        with refused("not_reversible"):
            reverse_line(line_id=wrong, **told)
    assert paid(case, fund, 1, MAY) == 114_000
    # What was reversed was never spent: the whole sum is agreed still.
    assert bought(case, one, MAY, 100_000) == 14_000
    assert [pence for _, pence, _ in _rows(fund)] == [
        130_000,
        -6_500,
        -60_000,
        60_000,
        6_500,
        -130_000,
        120_000,
        -6_000,
        -100_000,
    ]


def test_an_instalment_is_paid_in_once_and_not_before_its_day(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person)
    paid(case, fund, 1, MAY)
    for code, number, pence in (
        ("instalment_paid_in", 1, 120_000),
        ("instalment_not_due", 3, 120_000),
        ("instalment_not_due", 14, 120_000),
        ("budget_impossible", 2, -5),
    ):
        with refused(code):
            paid(case, fund, number, MAY, pence)
    assert paid(case, fund, 2, MAY) == 240_000


def test_another_provider_s_people_and_funds_are_not_there(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person)
    one = agreed(case, person, fund)
    told = {"fund_id": fund, "instalment": 1, "on": MAY, "pence": 5}
    stranger = a_case("W06000001").manager
    with refused("absent"):
        pay_in(by=stranger, at=moment(MAY), **told)
    for nobody in (case.social_worker, case.finance, case.team_member, person.actor):
        with refused("not_allowed"):
            pay_in(by=nobody, at=moment(MAY), **told)
        with refused("not_allowed"):
            spend(by=nobody, at=moment(MAY), given=BoughtGiven(one, MAY, 5, "Clay"))
        with refused("not_allowed"):
            close_fund(by=nobody, at=moment(MAY), fund_id=fund)
    assert FundLine.objects.count() == 0


def test_a_fund_ends_and_closes_once_with_every_instalment_in_it(
    case: Case, person: Somebody
) -> None:
    fund = a_fund(case, person)
    one = agreed(case, person, fund)
    paid(case, fund, 1, MAY)
    bought(case, one, date(2026, 5, 20), 100)
    end = {"by": case.social_worker, "at": moment(date(2026, 5, 22)), "fund_id": fund}
    why = EndReason.NO_LONGER_NEEDED
    with refused("spent_after"):
        end_fund(**end, on=date(2026, 5, 19), reason=why)
    with refused("outside_fund"):
        end_fund(**end, on=ANCHOR - timedelta(1), reason=why)
    with refused("fund_not_over"):
        close_fund(by=case.manager, at=moment(MAY), fund_id=fund)
    end_fund(**end, on=date(2026, 5, 21), reason=why)
    with refused("fund_over"):
        end_fund(**end, on=date(2026, 5, 22), reason=why)
    close = {"by": case.manager, "at": moment(date(2026, 5, 22)), "fund_id": fund}
    with refused("instalment_missing"):  # the second began on 4 May
        close_fund(**close)
    paid(case, fund, 2, date(2026, 5, 22))
    assert close_fund(**close).returned == 239_900
    for act in (
        lambda: close_fund(**close),
        lambda: paid(case, fund, 3, date(2026, 6, 1)),
        lambda: bought(case, one, date(2026, 5, 21), 1, at=date(2026, 5, 22)),
        lambda: stop_spend(by=case.social_worker, at=moment(MAY), agreed_id=one, on=MAY),
    ):
        with refused("fund_closed"):
            act()
    assert _rows(fund)[-1] == ("returned", -239_900, 0)


def test_an_agreed_spend_stops_on_a_day_after_what_was_spent(case: Case, person: Somebody) -> None:
    fund = a_fund(case, person)
    taxi = agreed(case, person, fund, 900, every=Every.WEEK)
    paid(case, fund, 1, MAY)
    bought(case, taxi, MAY, 900)
    stop = {"by": case.social_worker, "at": moment(MAY), "agreed_id": taxi}
    with refused("outside_fund"):
        stop_spend(**stop, on=MAY - timedelta(1))
    stop_spend(**stop, on=MAY)
    with refused("beyond_agreed"):
        bought(case, taxi, MAY + timedelta(1), 1)


def test_the_database_itself_joins_no_two_people(case: Case, person: Somebody) -> None:
    """Whoever writes the row: a line of one fund names no spend, no line and no outcome else's."""
    other = a_person(case, "Elin Puw")
    fund, hers = a_fund(case, person), a_fund(case, other)
    theirs = agreed(case, other, hers)
    paid(case, hers, 1, MAY)
    (line,) = FundLine.objects.all()
    stamp = {"council_id": case.council_id, "by_id": case.manager.user_id, "at": moment(MAY)}
    row = {"fund_id": fund, "place": 1, "on": MAY, "pence": -1, "left": 0, "overdraft": 9, **stamp}
    agreed_row = AgreedSpend.objects.values().get(pk=theirs) | {"id": None, "fund_id": fund}
    for build in (
        lambda: FundLine.objects.create(**row, kind="spent", spend_id=theirs),
        lambda: FundLine.objects.create(**row, kind="reversed", reverses_id=line.pk),
        lambda: AgreedSpend.objects.create(**agreed_row),
        lambda: AgreedSpend.objects.filter(pk=theirs).update(fund_id=fund),
        lambda: Fund.objects.filter(pk=fund).update(takes_up_id=hers),
    ):
        with pytest.raises(IntegrityError, match="would join two people"), transaction.atomic():
            build()
    assert one_person.unguarded(connection) == []
