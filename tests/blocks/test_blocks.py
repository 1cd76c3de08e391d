"""What blocks refuse, and who may: nothing half-done, one price a day, a book by two."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.blocked import YEAR_ENDS, a_block, decided, handed_in, terms
from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.money import ANCHOR, a_contract
from whatmatters.blocks.models import Block, OpenBook
from whatmatters.blocks.services import (
    EstimateGiven,
    amend_block,
    answer_book,
    end_block,
    estimate_capacity,
    record_capacity,
    sign_block,
)
from whatmatters.commissioning.models import Agreement, ContractTerms
from whatmatters.rules.blocks.capacity import CapacityMethod
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Refusal

LATER = date(2026, 5, 20)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def refused(code: str):
    return pytest.raises(Refusal, match=code)


def test_one_contract_has_one_block_on_a_day_and_the_next_year_may_follow(case: Case) -> None:
    contract = a_contract(case, model="patch_block", terms=terms())
    sign = {"by": case.commissioner, "at": moment(ANCHOR), "contract_id": contract}
    sign_block(**sign, year_starts=ANCHOR)
    for day in (ANCHOR, YEAR_ENDS, ANCHOR - timedelta(days=10)):
        with refused("block_runs"):
            sign_block(**sign, year_starts=day)
    assert sign_block(**sign, year_starts=YEAR_ENDS + timedelta(days=1))
    assert Block.objects.count() == Agreement.objects.count() == 2


def test_only_a_contract_of_that_way_with_a_patch_has_a_block(case: Case) -> None:
    other = a_contract(case)
    with refused("not_a_block"):
        sign_block(by=case.commissioner, at=moment(ANCHOR), contract_id=other, year_starts=ANCHOR)
    for nobody in (case.manager, case.social_worker, case.finance):
        with refused("not_allowed"):
            sign_block(by=nobody, at=moment(ANCHOR), contract_id=other, year_starts=ANCHOR)


def test_a_price_changes_only_by_a_review_that_decided_so_and_nothing_is_half_done(
    case: Case,
) -> None:
    block = a_block(case)
    amend = {"by": case.commissioner, "at": moment(LATER), "block_id": block}
    with refused("not_decided"):
        amend_block(**amend, review_id=1, from_instalment=4, terms=terms())
    review = decided(case, block, LATER)
    for number in (0, 1, 14):
        with refused("not_an_instalment_ahead"):
            amend_block(**amend, review_id=review, from_instalment=number, terms=terms())
    poor = terms() | {"wage_floor": Decimal("20")}
    with pytest.raises(Refusal):
        amend_block(**amend, review_id=review, from_instalment=4, terms=poor)
    assert Block.objects.get().ends is None
    assert ContractTerms.objects.count() == 1
    amend_block(**amend, review_id=review, from_instalment=4, terms=terms("3"))
    old, new = Block.objects.order_by("id")
    assert (old.ends, new.starts) == (date(2026, 6, 28), date(2026, 6, 29))
    with refused("block_over"):
        amend_block(**amend, review_id=review, from_instalment=5, terms=terms("4"))
    amend["block_id"] = new.pk
    with refused("not_decided"):  # that review has had its price
        amend_block(**amend, review_id=review, from_instalment=5, terms=terms("4"))


def test_a_block_ends_on_one_of_its_days_and_once(case: Case) -> None:
    block = a_block(case)
    end = {"by": case.commissioner, "at": moment(LATER), "block_id": block}
    why = EndReason.NO_LONGER_NEEDED
    for day in (ANCHOR - timedelta(days=1), YEAR_ENDS + timedelta(days=1)):
        with refused("outside_block"):
            end_block(**end, on=day, reason=why)
    end_block(**end, on=LATER, reason=why)
    with refused("block_over"):
        end_block(**end, on=LATER, reason=why)


def test_an_open_book_comes_after_the_last_day_and_is_taken_by_somebody_else_once(
    case: Case,
) -> None:
    block = a_block(case)
    with refused("block_not_over"):
        handed_in(case, block, YEAR_ENDS, 1)
    with refused("figure_impossible"):
        handed_in(case, block, YEAR_ENDS + timedelta(days=1), -1)
    first = handed_in(case, block, YEAR_ENDS + timedelta(days=1), 1)
    second = handed_in(case, block, YEAR_ENDS + timedelta(days=2), 2)
    answer = {"at": moment(YEAR_ENDS + timedelta(days=3)), "book_id": second, "accepted": False}
    with refused("book_answered"):  # another has taken its place
        answer_book(by=case.finance, **answer | {"book_id": first})
    with refused("not_allowed"):
        answer_book(by=case.manager, **answer)
    with refused("words_missing"):
        answer_book(by=case.finance, **answer)
    answer_book(by=case.finance, **answer, reason="The wages of March are missing")
    with refused("book_answered"):
        answer_book(by=case.finance_two, **answer, reason="Again")
    assert OpenBook.objects.count() == 2


def test_another_provider_s_block_is_as_if_it_were_not_there(case: Case) -> None:
    block = a_block(case)
    told = {"instalment": 1, "committed": Decimal(800), "deployable": Decimal(1000)}
    when = {"at": moment(LATER), "block_id": block}
    assert record_capacity(by=case.manager, **when, **told)
    rival = replace(case.manager, organisation_id=case.council_organisation_id)
    with refused("absent"):
        record_capacity(by=rival, **when, **told)
    with refused("day_not_reached"):
        record_capacity(by=case.manager, **when, **told | {"instalment": 5})
    for field in ("committed", "deployable"):
        with refused("figure_impossible"):
            record_capacity(by=case.manager, **when, **told | {field: Decimal(-1)})


def test_an_estimate_keeps_its_method_inputs_and_assumptions(case: Case) -> None:
    block = a_block(case)
    given = EstimateGiven(LATER, CapacityMethod.PAST_WORK, Decimal("1240.50"), "", "No flu")
    when = {"by": case.manager, "at": moment(LATER), "block_id": block}
    with refused("words_missing"):
        estimate_capacity(**when, given=given)
    given = EstimateGiven(LATER, CapacityMethod.PAST_WORK, Decimal("1240.50"), "Rotas", "No flu")
    assert estimate_capacity(**when, given=given)


def test_a_block_whose_book_was_handed_in_keeps_its_days(case: Case) -> None:
    block = a_block(case)
    review = decided(case, block, LATER)
    late = moment(YEAR_ENDS + timedelta(days=5))
    handed_in(case, block, YEAR_ENDS + timedelta(days=4), 1)
    with refused("book_handed_in"):
        end_block(
            by=case.commissioner,
            at=late,
            block_id=block,
            on=LATER,
            reason=EndReason.NO_LONGER_NEEDED,
        )
    amend = {"review_id": review, "from_instalment": 4, "terms": terms("3")}
    with refused("book_handed_in"):
        amend_block(by=case.commissioner, at=late, block_id=block, **amend)
    assert Block.objects.get().ends is None
