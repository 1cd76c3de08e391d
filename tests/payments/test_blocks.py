"""A patch's block paid from records: 13 instalments, a price amended, an early end, an open book.

A year's price of 41878947 pence. After 1 of 13: 3221457.46 -> 3221457; after 2: 6442914.92 ->
6442915; after 3: 9664372.38 -> 9664372; after 4: 12885829.85 -> 12885830. So 3221457, 3221458,
3221457, 3221458.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.blocked import YEAR_ENDS, a_block, decided, handed_in, terms
from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import PERIODS, lines
from whatmatters.blocks.queries.refusals import BookOfYear
from whatmatters.blocks.services import amend_block, answer_book, end_block
from whatmatters.payments.queries import run
from whatmatters.payments.services import set_calendar
from whatmatters.rules.outcomes import EndReason

INSTALMENT, RETURNED = "patch_block.instalment", "patch_block.profit_returned"
YEAR = [ANCHOR + timedelta(days=28 * n) for n in range(15)]


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def _due(number: int, pence: int) -> tuple[str, date, int, str, bool]:
    return (INSTALMENT, YEAR[number - 1], pence, INSTALMENT, False)


def test_thirteen_instalments_add_back_to_the_price_and_a_fourteenth_is_not_paid(
    case: Case,
) -> None:
    a_block(case)
    paid = [lines(case, run_period(case, start)) for start in YEAR[:14]]
    assert paid[0] == [_due(1, 3221457)]
    assert paid[1] == [_due(2, 3221458)]
    assert sum(line[2] for found in paid for line in found) == 41878947
    assert [len(found) for found in paid] == [1] * 13 + [0]
    check_invariants()


def test_two_funders_pay_their_shares_of_each_instalment(case: Case) -> None:
    a_block(case, shares=((3, 5), (2, 5)))
    shown = run(case.council_id, run_period(case, PERIODS[0]))
    assert shown is not None
    # 3221457 x 3/5 = 1932874.2 and x 2/5 = 1288582.8: the odd penny goes to the larger remainder.
    assert [line.pence for line in shown.lines] == [1932874, 1288583]


def test_a_joint_review_s_price_holds_from_its_instalment_and_the_old_one_stops_before(
    case: Case,
) -> None:
    block = a_block(case)
    assert lines(case, run_period(case, PERIODS[0])) == [_due(1, 3221457)]
    review = decided(case, block, date(2026, 4, 20))
    new = amend_block(
        by=case.commissioner,
        at=moment(date(2026, 4, 25)),
        block_id=block,
        review_id=review,
        from_instalment=3,
        terms=terms(seniors="3"),
    )
    assert new != block
    assert lines(case, run_period(case, PERIODS[1])) == [_due(2, 3221458)]
    # One senior more: 37050 more staff, 434900 / 0.95 = 457789.47. After 2 of 13: 7042914.92 ->
    # 7042915, after 3: 10564372.38 -> 10564372: 3521457. After 4: 14085829.85 -> 14085830.
    assert lines(case, run_period(case, PERIODS[2])) == [_due(3, 3521457)]
    assert lines(case, run_period(case, PERIODS[3])) == [_due(4, 3521458)]
    check_invariants()


def test_a_block_that_ends_inside_an_instalment_earns_its_days_and_what_was_paid_comes_back(
    case: Case,
) -> None:
    block = a_block(case)
    run_period(case, PERIODS[0])
    before = snapshot()
    # Ten days of the second: 3221458 x 10 / 28 = 1150520.71 -> 1150521.
    end_block(
        by=case.commissioner,
        at=moment(date(2026, 5, 20)),
        block_id=block,
        on=date(2026, 5, 13),
        reason=EndReason.NO_LONGER_NEEDED,
    )
    assert lines(case, run_period(case, PERIODS[1])) == [_due(2, 1150521)]
    assert lines(case, run_period(case, PERIODS[2])) == []
    check_invariants(before)


def test_ended_back_in_a_paid_instalment_it_gives_the_days_back(case: Case) -> None:
    block = a_block(case)
    run_period(case, PERIODS[0])
    # Fourteen days of the first: 3221457 / 2 = 1610728.5 -> 1610729; 3221457 - 1610729 = 1610728.
    end_block(
        by=case.commissioner,
        at=moment(date(2026, 5, 20)),
        block_id=block,
        on=date(2026, 4, 19),
        reason=EndReason.NO_LONGER_NEEDED,
    )
    again = (INSTALMENT, YEAR[0], -1610728, "late_fact", False)
    assert lines(case, run_period(case, PERIODS[1])) == [again]


def test_profit_above_its_cap_goes_back_once_the_book_is_taken_and_a_better_book_puts_it_right(
    case: Case,
) -> None:
    block = a_block(case)
    for start in YEAR[:13]:
        run_period(case, start)
    # 290000.00 of wages and 90000.00 more: profit 41878947 - 38000000 = 3878947; of 0.05 x 41878947
    # = 2093947.35 is kept; 1784999.65 goes back.
    book = handed_in(case, block, YEAR_ENDS + timedelta(days=5), 29_000_000)
    run_of = YEAR[13]
    answer_book(
        by=case.finance, at=moment(YEAR_ENDS + timedelta(days=9)), book_id=book, accepted=True
    )
    assert lines(case, run_period(case, run_of)) == [(RETURNED, run_of, -1785000, RETURNED, False)]
    # 10000.00 of wages had been left out: only 784999.65 was above the cap.
    later = YEAR[14] + timedelta(days=3)
    better = handed_in(case, block, later, 30_000_000)
    answer_book(by=case.finance, at=moment(later), book_id=better, accepted=True)
    found = sorted(lines(case, run_period(case, YEAR[14])))
    assert sum(line[2] for line in found) == 1785000 - 785000
    check_invariants()


def test_a_book_taken_after_a_period_waits_for_the_next_run(case: Case) -> None:
    block = a_block(case)
    for start in YEAR[:13]:
        run_period(case, start)
    first = handed_in(case, block, YEAR_ENDS + timedelta(days=5), 29_000_000)
    answer_book(by=case.finance, at=moment(YEAR[13]), book_id=first, accepted=True)
    late = handed_in(case, block, YEAR[14], 30_000_000)
    answer_book(by=case.finance, at=moment(YEAR[14]), book_id=late, accepted=True)
    # The run of the period before reads the book that was taken in it, and not the one after.
    found = lines(case, run_period(case, YEAR[13], at=moment(YEAR[14] + timedelta(days=2))))
    assert found == [(RETURNED, YEAR[13], -1785000, RETURNED, False)]


def test_the_open_book_of_a_year_with_two_prices_is_one_and_counts_all_its_days(case: Case) -> None:
    """Instalments 1 and 2 at the first price: 6442915. Those from 3 at 457,789.47, of which the
    first two would have taken 7042915: 45778947 - 7042915 = 38736032, with a cap of 0.08."""
    block = a_block(case)
    review = decided(case, block, date(2026, 4, 20))
    new = amend_block(
        by=case.commissioner,
        at=moment(date(2026, 4, 25)),
        block_id=block,
        review_id=review,
        from_instalment=3,
        terms=terms(seniors="3") | {"profit_cap": Decimal("0.08")},
    )
    paid = [line[2] for start in YEAR[:13] for line in lines(case, run_period(case, start))]
    assert (sum(paid[:2]), sum(paid[2:])) == (6442915, 38736032)
    day = YEAR_ENDS + timedelta(days=5)
    with pytest.raises(BookOfYear):
        handed_in(case, block, day, 32_000_000)
    book = handed_in(case, new, day, 32_000_000)
    answer_book(by=case.finance, at=moment(day), book_id=book, accepted=True)
    # It cost 41000000: profit 45178947 - 41000000 = 4178947. Kept at most 0.05 x 6442915 and
    # 0.08 x 38736032: 322145.75 + 3098882.56 = 3421028.31. Above it: 757918.69.
    assert lines(case, run_period(case, YEAR[13])) == [
        (RETURNED, YEAR[13], -757919, RETURNED, False)
    ]
    check_invariants()
