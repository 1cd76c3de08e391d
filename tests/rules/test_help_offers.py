"""Where a plan may count on family for more than they offer; typed by hand."""

from datetime import UTC, date, datetime

import pytest

from whatmatters.rules.help_offers import Doubt, Doubted, Standing, doubts

WRITTEN = datetime(2026, 3, 10, 9, tzinfo=UTC)
BEFORE, AFTER = datetime(2026, 3, 1, 9, tzinfo=UTC), datetime(2026, 3, 20, 9, tzinfo=UTC)
STARTS, ENDS = date(2026, 3, 15), date(2026, 6, 6)


def asked(lines: int, *offers: Standing) -> tuple[Doubted, ...]:
    return doubts(lines, offers, written=WRITTEN, starts=STARTS, ends=ENDS)


def test_as_many_lines_as_offers_are_no_doubt() -> None:
    assert asked(1, Standing(1, 1, BEFORE, None, False)) == ()
    # A later new offer, or one that ends with the plan, is none either.
    assert asked(1, Standing(1, 1, AFTER, ENDS, False)) == ()


def test_a_plan_without_family_counts_on_nobody() -> None:
    assert asked(0, Standing(1, 2, AFTER, None, True)) == ()


@pytest.mark.parametrize(
    ("offer", "doubt"),
    [
        (Standing(7, 2, AFTER, None, False), Doubt.CHANGED),
        (Standing(7, 1, BEFORE, date(2026, 6, 5), False), Doubt.ENDS_FIRST),
    ],
)
def test_an_offer_that_moved_is_named(offer: Standing, doubt: Doubt) -> None:
    assert asked(1, offer) == (Doubted(doubt, 7),)


def test_what_was_taken_back_is_named_and_counts_no_more() -> None:
    held = Standing(7, 2, AFTER, None, True)
    assert asked(1, held) == (Doubted(Doubt.WITHDRAWN, 7), Doubted(Doubt.MORE_LINES))
    # Taken back before the plan was written, nobody counted on it.
    assert asked(1, Standing(7, 2, BEFORE, None, True)) == (Doubted(Doubt.MORE_LINES),)


def test_more_lines_than_offers_that_hold_on_its_first_day() -> None:
    over = Standing(1, 1, BEFORE, date(2026, 3, 14), False)
    assert asked(1, over) == (Doubted(Doubt.MORE_LINES),)
    assert asked(2, Standing(2, 1, BEFORE, None, False)) == (Doubted(Doubt.MORE_LINES),)
    assert asked(1) == (Doubted(Doubt.MORE_LINES),)
