"""A block that was signed by mistake is undone while nothing of it was paid, and not after.

The right price has one senior more, 457,789.47 a year: after 1 of 13 3521457.46 -> 3521457; its
third instalment is 3521457 too (tests/payments/test_blocks.py).
"""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.fixtures.blocked import YEAR_ENDS, a_block, contract_of, decided, terms
from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import PERIODS, lines
from whatmatters.blocks.models import Block, BlockUndone, JointReview
from whatmatters.blocks.queries import block_facts
from whatmatters.blocks.queries.priced import price_on
from whatmatters.blocks.services import amend_block, hold_review, sign_block
from whatmatters.blocks.services.reviews import ReviewGiven
from whatmatters.commissioning.models import Agreement
from whatmatters.payments.queries.refusals import FactsChanged
from whatmatters.payments.services import propose_run, release_run, set_calendar, undo_block
from whatmatters.rules.blocks.capacity import ReviewDecision
from whatmatters.rules.refusals import Refusal

INSTALMENT = "patch_block.instalment"
SOON = ANCHOR + timedelta(days=3)
WHY = "Dwy uwch weithiwr yn lle tair"


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def pence(case: Case, start: date) -> list[int]:
    return [line[2] for line in lines(case, run_period(case, start))]


def refused(code: str):
    return pytest.raises(Refusal, match=code)


def test_undone_it_never_earns_and_the_same_contract_may_sign_that_year_again(case: Case) -> None:
    block = a_block(case)
    undo: dict[str, Any] = {"at": moment(SOON), "block_id": block}
    assert undo_block(by=case.commissioner, reason=WHY, **undo) == block
    (facts,) = block_facts(case.council_id, ids=[block])
    assert facts.undone
    assert BlockUndone.objects.get().words == WHY
    with refused("block_over"):
        undo_block(by=case.commissioner, reason=WHY, **undo)
    sign: dict[str, Any] = {"by": case.commissioner, "at": moment(SOON), "year_starts": ANCHOR}
    assert sign_block(contract_id=contract_of(case, block), **sign) != block
    assert [pence(case, start) for start in PERIODS[:2]] == [[3221457], [3221458]]
    check_invariants()


def test_only_who_signs_may_and_says_why_and_nothing_is_half_done(case: Case) -> None:
    block = a_block(case)
    undo: dict[str, Any] = {"at": moment(SOON), "block_id": block}
    for nobody in (case.manager, case.finance, case.social_worker):
        with refused("not_allowed"):
            undo_block(by=nobody, reason=WHY, **undo)
    with refused("words_missing"):
        undo_block(by=case.commissioner, reason=" ", **undo)
    poor = terms("3") | {"wage_floor": 20}
    with pytest.raises(Refusal):
        undo_block(by=case.commissioner, reason=WHY, terms=poor, **undo)
    assert Block.objects.get().ends is None
    assert BlockUndone.objects.count() == 0


def test_after_a_posting_it_is_refused(case: Case) -> None:
    block = a_block(case)
    run_period(case, PERIODS[0])
    later = moment(ANCHOR + timedelta(days=30))
    with refused("block_posted"):
        undo_block(by=case.commissioner, at=later, block_id=block, reason=WHY)
    assert Block.objects.get().ends is None


def test_a_run_that_was_only_proposed_is_proposed_anew(case: Case) -> None:
    block = a_block(case)
    when = moment(ANCHOR + timedelta(days=29))
    proposed = propose_run(by=case.finance, at=when, period_start=ANCHOR)
    undo_block(by=case.commissioner, at=when, block_id=block, reason=WHY, terms=terms("3"))
    with pytest.raises(FactsChanged):
        release_run(by=case.finance_two, at=when, run_id=proposed.run_id)
    assert pence(case, ANCHOR) == [3521457]
    check_invariants()


def test_the_right_price_stands_in_its_place_and_in_the_years_to_come(case: Case) -> None:
    block = a_block(case)
    right = undo_block(
        by=case.commissioner, at=moment(SOON), block_id=block, reason=WHY, terms=terms("3")
    )
    assert pence(case, PERIODS[0]) == [3521457]
    old, new = Block.objects.order_by("pk")
    assert (new.pk, new.starts, new.follows_id) == (right, ANCHOR, old.pk)
    found = price_on(case.council_id, new.contract_id, YEAR_ENDS + timedelta(days=1))
    assert found is not None
    assert found[1].pence == 45778947
    assert Agreement.objects.count() == 2


def test_another_price_that_was_mistyped_gives_way_to_the_one_of_before(case: Case) -> None:
    block = a_block(case)
    review = decided(case, block, SOON)
    by: dict[str, Any] = {"by": case.commissioner, "at": moment(SOON)}
    wrong = amend_block(
        block_id=block, review_id=review, from_instalment=3, terms=terms("30"), **by
    )
    again = undo_block(block_id=wrong, reason=WHY, **by)
    assert JointReview.objects.get().amended_to_id == again
    assert [pence(case, start) for start in PERIODS[:3]] == [[3221457], [3221458], [3221457]]
    # And that one is amended like any other.
    by["at"] = moment(PERIODS[2])
    held = ReviewGiven(PERIODS[2], ReviewDecision.AMEND, "Cai a Beth", "Un uwch weithiwr arall")
    second = hold_review(block_id=again, given=held, **by)
    amend_block(block_id=again, review_id=second, from_instalment=4, terms=terms("3"), **by)
    assert pence(case, PERIODS[3]) == [3521458]
    check_invariants()
