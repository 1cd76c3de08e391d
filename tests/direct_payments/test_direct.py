"""A direct payment: opened by her choice at the plan's value, kept lightly, looked at, ended."""

from datetime import date

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment, outcomes_for
from tests.fixtures.direct import FIRST, PLAN_ENDS, a_direct, chosen, given
from tests.fixtures.money import a_contract
from whatmatters.access.models import Organisation
from whatmatters.direct_payments.queries import direct_facts, direct_terms, looks_of, record_of
from whatmatters.direct_payments.queries.refusals import (
    AmountImpossible,
    BeforeChoice,
    DirectNotAllowed,
    DirectOver,
    DirectRuns,
    LookNotYet,
    LookTooNear,
    NotForDirectPayments,
    NotOneOfHers,
    OutsideDirect,
    OutsideScheme,
    OwedForWhat,
    PlanRunsOn,
    RouteNotDirect,
    StruckAlready,
)
from whatmatters.direct_payments.services import (
    LineGiven,
    end_direct,
    look_at,
    open_direct,
    strike_line,
    write_line,
)
from whatmatters.home.services import no_longer_needed
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.direct_payments import OwedFor, RecordKind
from whatmatters.rules.outcomes import EndReason, Route
from whatmatters.rules.refusals import Absent
from whatmatters.rules.word_refusals import WordsMissing

JULY, YEAR_LATER = date(2026, 7, 13), date(2027, 6, 28)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _line(direct: int, kind: RecordKind, pence: int, on: date = JULY, **more) -> LineGiven:
    return LineGiven(direct, kind, on, pence, "Megan, who helps me", **more)


def test_it_is_worth_what_the_plan_was_and_goes_to_an_account_of_her_own(
    case: Case, person: Somebody
) -> None:
    direct = a_direct(case, person)
    (facts,) = direct_facts(case.council_id, person_id=person.id)
    assert (facts.id, facts.starts, facts.ends, facts.managed) == (direct, FIRST, None, False)
    account = Organisation.objects.get(pk=facts.account_id)
    assert (account.kind, account.name_en) == ("account", f"Direct payment account {person.id}")
    terms = direct_terms(case.council_id, direct).terms
    # 278300 x 7 / 84 = 23191.67
    assert terms.weekly_budget * 100 == 23192


def test_it_is_opened_by_her_own_choice_once_and_never_beside_the_plan(
    case: Case, person: Somebody
) -> None:
    other = a_person(case)
    plan_way = chosen(case, other, Route.PROVIDER_PLAN)
    who = {"by": case.social_worker, "at": moment(PLAN_ENDS)}
    with pytest.raises(RouteNotDirect):
        open_direct(**who, given=given(case, other, plan_way))
    route = chosen(case, person, ended=False)
    with pytest.raises(RouteNotDirect):  # another's choice
        open_direct(**who, given=given(case, other, route))
    with pytest.raises(PlanRunsOn):  # its review is not concluded: it is still paid
        open_direct(**who, given=given(case, person, route))
    for nobody in (person.actor, case.manager, case.finance):
        with pytest.raises(DirectNotAllowed):
            open_direct(by=nobody, at=moment(PLAN_ENDS), given=given(case, person, route))


def test_bad_days_and_contracts_are_refused_by_name(case: Case, person: Somebody) -> None:
    route, contract = chosen(case, person), a_contract(case, model="direct_payment")
    who = {"by": case.social_worker, "at": moment(PLAN_ENDS)}
    wrong = a_contract(case, model="outcome_payments")
    with pytest.raises(NotForDirectPayments):
        open_direct(**who, given=given(case, person, route, contract=wrong))
    with pytest.raises(OutsideScheme):
        open_direct(**who, given=given(case, person, route, starts=date(2026, 1, 4)))
    with pytest.raises(BeforeChoice):
        open_direct(**who, given=given(case, person, route, starts=date(2026, 6, 27)))
    with pytest.raises(Absent):
        open_direct(**who, given=given(case, person, route, contract=999_999))
    direct = open_direct(**who, given=given(case, person, route, contract=contract))
    with pytest.raises(DirectRuns):
        open_direct(**who, given=given(case, person, route, starts=JULY, contract=contract))
    end_direct(
        by=case.social_worker, at=moment(JULY), direct_id=direct, on=JULY, reason=EndReason.REVIEWED
    )
    with pytest.raises(DirectOver):
        end_direct(
            by=case.social_worker,
            at=moment(JULY),
            direct_id=direct,
            on=JULY,
            reason=EndReason.REVIEWED,
        )
    again = given(case, person, route, starts=date(2026, 7, 14), contract=contract)
    open_direct(by=case.social_worker, at=moment(JULY), given=again)
    first, second = direct_facts(case.council_id, person_id=person.id)
    assert first.account_id == second.account_id  # the same bank details


def test_she_writes_it_down_and_strikes_it_out_and_every_line_stays(
    case: Case, person: Somebody
) -> None:
    direct = a_direct(case, person)
    (mine,) = outcomes_for(case, person.id, 1)
    who = {"by": person.actor, "at": moment(JULY)}
    spent = write_line(**who, given=_line(direct, RecordKind.SPENT, 4_500, outcome_id=mine))
    owed = _line(direct, RecordKind.OWED, 30_000, owed_for=OwedFor.HOLIDAY_PAY)
    write_line(**who, given=owed)
    strike_line(**who, line_id=spent)
    with pytest.raises(StruckAlready):
        strike_line(**who, line_id=spent)
    lines = record_of(direct)
    assert [(one.kind, one.pence, one.counts) for one in lines] == [
        ("spent", 4_500, False),
        ("owed", 30_000, True),
    ]
    assert lines[0].struck_by_id == person.actor.user_id
    another = a_person(case)
    (hers,) = outcomes_for(case, another.id, 1)
    spent_kind = RecordKind.SPENT
    for wrong, refusal in (
        (_line(direct, spent_kind, 0), AmountImpossible),
        (_line(direct, spent_kind, 100, owed_for=OwedFor.TAX), OwedForWhat),
        (_line(direct, RecordKind.OWED, 100), OwedForWhat),
        (_line(direct, spent_kind, 100, outcome_id=hers), NotOneOfHers),
        (_line(direct, spent_kind, 100, on=date(2026, 6, 28)), OutsideDirect),
        (_line(direct, spent_kind, 100, on=date(2026, 7, 14)), DayNotReached),
        (LineGiven(direct, spent_kind, JULY, 100, "  "), WordsMissing),
    ):
        with pytest.raises(refusal):
            write_line(**who, given=wrong)
    for nobody in (another.actor, case.finance, case.manager):
        with pytest.raises((DirectNotAllowed, Absent)):
            write_line(by=nobody, at=moment(JULY), given=_line(direct, spent_kind, 100))


def test_who_manages_the_account_keeps_its_record_and_nobody_elses(
    case: Case, person: Somebody
) -> None:
    mine = a_direct(case, person, managed=True)
    another = a_person(case)
    own = a_direct(case, another)
    who = {"by": case.manager, "at": moment(JULY)}
    write_line(**who, given=_line(mine, RecordKind.SPENT, 100))
    with pytest.raises((Absent, DirectNotAllowed)):
        write_line(**who, given=_line(own, RecordKind.SPENT, 100))
    managed = direct_facts(case.council_id, provider_id=case.provider_id)
    assert [one.id for one in managed] == [mine]


def test_a_look_reads_what_is_owed_and_lies_half_a_year_from_another(
    case: Case, person: Somebody
) -> None:
    direct = a_direct(case, person)
    owed = _line(direct, RecordKind.OWED, 30_000, owed_for=OwedFor.TAX)
    write_line(by=person.actor, at=moment(JULY), given=owed)
    look = {"by": case.social_worker, "direct_id": direct, "at": moment(YEAR_LATER)}
    assert look_at(**look, on=YEAR_LATER, balance=250_000).owed == 30_000
    look_at(**look, on=YEAR_LATER, balance=249_000)  # the same day again: it takes its place
    with pytest.raises(LookTooNear):
        look_at(**look, on=date(2026, 12, 29), balance=1)
    with pytest.raises(OutsideDirect):
        look_at(**look, on=PLAN_ENDS, balance=1)
    with pytest.raises(AmountImpossible):
        look_at(**look, on=YEAR_LATER, balance=10**11)
    with pytest.raises(DirectNotAllowed):
        look_at(**{**look, "by": person.actor}, on=YEAR_LATER, balance=1)
    assert [(one.balance, one.counts) for one in looks_of(direct)] == [
        (249_000, True),
        (250_000, False),
    ]


def test_the_last_look_waits_until_all_that_runs_on_was_paid(case: Case, person: Somebody) -> None:
    direct = a_direct(case, person)
    who = {"by": case.social_worker, "at": moment(JULY)}
    end_direct(**who, direct_id=direct, on=JULY, reason=EndReason.NO_LONGER_NEEDED)
    late = {"by": case.social_worker, "at": moment(YEAR_LATER), "direct_id": direct}
    with pytest.raises(LookNotYet):  # 28 days run on: to 10 August
        look_at(**late, on=date(2026, 8, 10), balance=5_000)
    assert look_at(**late, on=date(2026, 8, 11), balance=5_000).final is True


def test_a_closed_case_ends_it_and_one_that_was_to_begin_never_does(
    case: Case, person: Somebody
) -> None:
    a_direct(case, person)
    no_longer_needed(
        by=case.social_worker, at=moment(PLAN_ENDS), person_id=person.id, on=date(2026, 6, 20)
    )
    (facts,) = direct_facts(case.council_id, person_id=person.id)
    assert (facts.ends, facts.began) == (PLAN_ENDS, False)
