"""Contracts and agreements: whole terms of the day, rates by date, ends that happen once."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.money import ANCHOR, LONG_AGO, a_contract, a_plan_agreement
from tests.fixtures.whole import refused
from whatmatters.commissioning.queries import (
    agreement_facts,
    agreements_of_sources,
    contract,
    patch_lead,
    rate_on,
)
from whatmatters.commissioning.queries.refusals import (
    AgreementAlreadyEnded,
    AgreementAlreadySigned,
    AgreementNotFound,
    AgreementRefused,
    AlreadyFromThatDay,
    ContractNotFound,
    ContractNotInForce,
    EndBeforeStart,
    RateMissing,
    SharesDoNotAddUp,
)
from whatmatters.commissioning.services import (
    EndGiven,
    RateGiven,
    end_agreement,
    end_many,
    lead_patch,
    new_rate,
    new_terms,
)
from whatmatters.rules.outcomes import Band, EndReason


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def _rate(case: Case, contract_id: int, pounds: str, starts: date, ends: date | None = None):
    given = RateGiven(Band.STANDARD, Decimal(pounds), starts, ends, "uplift letter")
    return new_rate(by=case.commissioner, at=moment(ANCHOR), contract_id=contract_id, rate=given)


def test_an_agreement_stores_its_terms_whole(case: Case) -> None:
    agreement = a_plan_agreement(case, a_contract(case, terms={"ceiling": Decimal("0.7")}))
    (facts,) = agreement_facts(case.council_id, ids=[agreement])
    terms = facts.terms
    assert terms["standard_rate"] == Decimal("22.4000")
    assert terms["ceiling"] == Decimal("0.7")
    assert terms["floor"] == Decimal("0.50")
    assert terms["plan"][0]["hours"] == Decimal(100)
    assert facts.payers == ((case.council_organisation_id, 1),)


def test_a_new_rate_holds_from_its_day_and_changes_nothing_signed(case: Case) -> None:
    deal = a_contract(case)
    before = a_plan_agreement(case, deal)
    _rate(case, deal, "23.10", date(2026, 5, 4))
    after = a_plan_agreement(case, deal, starts=date(2026, 5, 4))
    assert rate_on(deal, Band.STANDARD, date(2026, 5, 3)) == Decimal("22.40")
    assert rate_on(deal, Band.STANDARD, date(2026, 5, 4)) == Decimal("23.10")
    first, second = agreement_facts(case.council_id, ids=[before, after])
    assert first.terms["standard_rate"] == Decimal("22.40")
    assert second.terms["standard_rate"] == Decimal("23.10")
    with pytest.raises(AlreadyFromThatDay):
        _rate(case, deal, "24", date(2026, 5, 4))


def test_a_day_without_a_rate_is_refused_by_band_and_day(case: Case) -> None:
    deal = a_contract(case)
    with pytest.raises(RateMissing) as told:
        rate_on(deal, Band.SPECIALIST, LONG_AGO - timedelta(days=1))
    assert told.value.params == {"band": Band.SPECIALIST, "on": LONG_AGO - timedelta(days=1)}


def test_an_agreement_before_the_contract_is_refused(case: Case) -> None:
    deal = a_contract(case)
    with refused(ContractNotInForce):
        a_plan_agreement(case, deal, starts=LONG_AGO - timedelta(days=1))


def test_terms_hold_from_their_day(case: Case) -> None:
    deal = a_contract(case)
    at, day = moment(ANCHOR), date(2026, 5, 4)
    terms = {"floor": Decimal("0.2")}
    assert new_terms(by=case.commissioner, at=at, contract_id=deal, starts=day, terms=terms) == 2
    old = a_plan_agreement(case, deal, starts=day - timedelta(days=1))
    new = a_plan_agreement(case, deal, starts=day)
    floors = [f.terms["floor"] for f in agreement_facts(case.council_id, ids=[old, new])]
    assert floors == [Decimal("0.50"), Decimal("0.2")]


def test_an_unreadable_plan_names_every_problem_and_leaves_no_trace(case: Case) -> None:
    deal = a_contract(case)
    plan = [{"what": "line:1", "band": "gold", "hours": "many"}, {"what": "line:2"}]
    with pytest.raises(AgreementRefused) as told, transaction.atomic():
        a_plan_agreement(case, deal, plan=plan)
    assert agreement_facts(case.council_id) == ()
    assert {problem.where for problem in told.value.problems} == {
        "agreement.terms.plan[0].band",
        "agreement.terms.plan[0].hours",
        "agreement.terms.plan[1].hours",
    }


def test_what_is_priced_is_signed_once(case: Case) -> None:
    deal = a_contract(case)
    first = a_plan_agreement(case, deal, source_id=77)
    with refused(AgreementAlreadySigned):
        a_plan_agreement(case, deal, source_id=77)
    assert agreements_of_sources(case.council_id, "plan", [77, 78]) == {77: first}


def _end(case: Case, agreement: int, on: date) -> None:
    end_agreement(
        by=case.social_worker,
        at=moment(ANCHOR),
        agreement_id=agreement,
        on=on,
        reason=EndReason.MOVED,
    )


def test_an_agreement_ends_once(case: Case) -> None:
    agreement = a_plan_agreement(case, a_contract(case))
    _end(case, agreement, date(2026, 5, 1))
    with refused(AgreementAlreadyEnded):
        _end(case, agreement, date(2026, 5, 2))


def test_one_that_never_began_ends_the_day_before_it(case: Case) -> None:
    deal = a_contract(case)
    _end(case, a_plan_agreement(case, deal), ANCHOR - timedelta(days=1))
    other = a_plan_agreement(case, deal)
    with refused(EndBeforeStart):
        _end(case, other, ANCHOR - timedelta(days=2))


def test_many_ends_are_all_or_none(case: Case) -> None:
    agreement = a_plan_agreement(case, a_contract(case))
    ends = [EndGiven(one, ANCHOR, EndReason.DIED) for one in (agreement, 987_654)]
    with refused(AgreementNotFound):
        end_many(by=case.social_worker, at=moment(ANCHOR), ends=ends)


def test_another_council_sees_neither_contract_nor_agreement(case: Case) -> None:
    deal = a_contract(case)
    agreement = a_plan_agreement(case, deal)
    other = a_case("E06000054", "england")
    assert contract(other.council_id, deal) is None
    assert agreement_facts(other.council_id, ids=[agreement]) == ()
    with refused(ContractNotFound):
        a_plan_agreement(other, deal)
    with refused(AgreementNotFound):
        _end(other, agreement, ANCHOR)


def test_shares_must_add_to_one(case: Case) -> None:
    with pytest.raises(SharesDoNotAddUp):
        a_contract(case, shares=((1, 2), (1, 3)))


def test_a_patch_has_one_lead_on_each_day(case: Case) -> None:
    first, second = a_contract(case), a_contract(case)
    for deal, starts in ((first, date(2026, 4, 6)), (second, date(2026, 6, 1))):
        lead_patch(
            by=case.commissioner,
            at=moment(ANCHOR),
            patch_id=case.patch_id,
            contract_id=deal,
            starts=starts,
        )
    found = [patch_lead(case.patch_id, day) for day in (date(2026, 5, 31), date(2026, 6, 1))]
    assert [lead and lead.contract_id for lead in found] == [first, second]
    assert patch_lead(case.patch_id, date(2026, 4, 5)) is None
