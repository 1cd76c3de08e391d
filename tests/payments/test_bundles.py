"""Bundles of hours paid from records: on account, at the review, and put right afterwards.

Ten hours a week at 22.40 from 6 April 2026: a review of 91 days costs 10 x 13 x 22.40 = 2912.00
pounds, 3200 pence a day, so 28 days earn 89600. A = 7800 minutes, band 7176 to 8424.
"""

from datetime import date, timedelta

import pytest

from tests.fixtures.bundled import a_bundle, delivered, drawn, given
from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import PERIODS, lines
from whatmatters.delivery.models import Bundle
from whatmatters.delivery.services import agree_over, end_bundles
from whatmatters.frontend.left_out_words import what_waits, why_left_out
from whatmatters.home.services import no_longer_needed, someone_moved
from whatmatters.payments.queries import run
from whatmatters.payments.services import set_calendar
from whatmatters.people.services import record_death
from whatmatters.rules.lifecycles import LeftOutPart
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Refusal

ON_ACCOUNT, BELOW, ABOVE, EXPIRED = (
    f"bundled_hours.{rule}" for rule in ("on_account", "below", "above", "expired")
)
SECOND = date(2026, 7, 6)  # the first day of the second review period
LATER = [ANCHOR + timedelta(days=28 * n) for n in range(7)]


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _used_7000(case: Case, bundle: int) -> None:
    """72 minutes on 90 days and 160 on the 91st: 6640 delivered, 600 banked, 240 drawn."""
    delivered(case, bundle, ANCHOR, 72, days=90)
    delivered(case, bundle, date(2026, 7, 5), 160)
    given(case, bundle, date(2026, 5, 11), 600, at=date(2026, 7, 5))
    drawn(case, bundle, date(2026, 6, 20), 240, at=date(2026, 7, 5))


def test_a_review_under_its_band_gives_the_part_back_and_a_late_day_puts_it_right(
    case: Case, person: Somebody
) -> None:
    bundle = a_bundle(case, person)
    _used_7000(case, bundle)
    for start in PERIODS[:3]:
        assert lines(case, run_period(case, start)) == [
            (ON_ACCOUNT, start, 89600, ON_ACCOUNT, False)
        ]
    # 7 days of the first review (22400) and 21 of the second (67200). Use 6640 - 240 + 600 = 7000,
    # 176 under the band: 2240 x 176 / 60 = 6570.67.
    assert sorted(lines(case, run_period(case, PERIODS[3]))) == sorted(
        [
            (BELOW, PERIODS[3], -6571, BELOW, False),
            (ON_ACCOUNT, PERIODS[3], 22400, ON_ACCOUNT, False),
            (ON_ACCOUNT, PERIODS[3], 67200, ON_ACCOUNT, False),
        ]
    )
    before = snapshot()
    # 5 July was 260 minutes: use 7100, 76 under: 2240 x 76 / 60 = 2837.33; 3734 comes back.
    delivered(case, bundle, date(2026, 7, 5), 260, at=date(2026, 8, 1))
    assert lines(case, run_period(case, PERIODS[4])) == [
        (ON_ACCOUNT, PERIODS[4], 89600, ON_ACCOUNT, False),
        (BELOW, PERIODS[3], 3734, "late_fact", False),
    ]
    check_invariants(before)


def test_what_was_not_drawn_by_the_next_review_s_end_runs_out_and_goes_back(
    case: Case, person: Somebody
) -> None:
    bundle = a_bundle(case, person)
    delivered(case, bundle, ANCHOR, 84, days=181, at=date(2026, 10, 4))  # inside the band
    given(case, bundle, date(2026, 5, 11), 600, at=date(2026, 10, 4))
    drawn(case, bundle, date(2026, 8, 20), 240, at=date(2026, 10, 4))
    for start in LATER[:6]:
        run_period(case, start)
    # The second review ends on 4 October, in the period from 21 September: 360 minutes x 22.40 / 60
    # = 134.40. Use is 84 x 91 - 240 = 7404: inside.
    assert (EXPIRED, LATER[6], -13440, EXPIRED, False) in lines(case, run_period(case, LATER[6]))
    check_invariants()


def test_over_the_band_only_what_was_agreed_beforehand_is_paid(
    case: Case, person: Somebody
) -> None:
    bundle = a_bundle(case, person)
    # 93 x 91 = 8463 and 37 more: 8500, 76 over 8424. Of them 50 were agreed: 1866.67.
    delivered(case, bundle, ANCHOR, 93, days=90)
    delivered(case, bundle, date(2026, 7, 5), 130)
    agree_over(
        by=case.social_worker,
        at=moment(date(2026, 6, 1)),
        bundle_id=bundle,
        review_starts=ANCHOR,
        minutes=50,
    )
    for start in PERIODS[:3]:
        run_period(case, start)
    assert (ABOVE, PERIODS[3], 1867, ABOVE, False) in lines(case, run_period(case, PERIODS[3]))


def test_a_death_ends_the_bundle_on_its_day_with_a_short_review_and_the_bank_runs_out(
    case: Case, person: Somebody
) -> None:
    bundle = a_bundle(case, person)
    delivered(case, bundle, ANCHOR, 60, days=28)
    given(case, bundle, date(2026, 4, 20), 600)
    run_period(case, PERIODS[0])
    record_death(
        by=case.social_worker,
        at=moment(date(2026, 5, 20)),
        person_id=person.id,
        on=date(2026, 5, 10),
    )
    # 35 days: A = 3000, price 112000, band from 2760. Use 1680 + 600 = 2280: 480 under = 179.20.
    # 7 days of the period: 22400. The 600 banked run out with the bundle: 224.00.
    assert sorted(lines(case, run_period(case, PERIODS[1]))) == sorted(
        [
            (BELOW, PERIODS[1], -17920, BELOW, False),
            (EXPIRED, PERIODS[1], -22400, EXPIRED, False),
            (ON_ACCOUNT, PERIODS[1], 22400, ON_ACCOUNT, False),
        ]
    )
    check_invariants()


@pytest.mark.parametrize("closed", [someone_moved, no_longer_needed])
def test_a_bundle_that_was_to_begin_after_her_last_day_never_begins(
    case: Case, person: Somebody, closed
) -> None:
    bundle = a_bundle(case, person, starts=PERIODS[1])
    closed(by=case.social_worker, at=moment(ANCHOR), person_id=person.id, on=ANCHOR)
    assert Bundle.objects.get().ends == PERIODS[1] - timedelta(days=1)
    with pytest.raises(Refusal):
        delivered(case, bundle, PERIODS[1], 60)
    assert [lines(case, run_period(case, start)) for start in PERIODS[:2]] == [[], []]
    check_invariants()


def test_an_end_that_is_told_late_takes_back_the_days_after_it(
    case: Case, person: Somebody
) -> None:
    bundle = a_bundle(case, person)
    delivered(case, bundle, ANCHOR, 86, days=14)
    run_period(case, PERIODS[0])
    end_bundles(
        by=case.social_worker,
        at=moment(date(2026, 5, 12)),
        bundle_ids=[bundle],
        on=date(2026, 4, 19),
        reason=EndReason.MOVED,
    )
    # 14 days at 3200: 44800 of 89600. Use 1204 of 1200 is inside the band.
    assert lines(case, run_period(case, PERIODS[1])) == [
        (ON_ACCOUNT, PERIODS[0], -44800, "late_fact", False)
    ]
    check_invariants()


def test_two_funders_pay_by_their_shares_and_a_line_shows_its_arithmetic(
    case: Case, person: Somebody
) -> None:
    bundle = a_bundle(case, person, shares=((2, 3), (1, 3)))
    _used_7000(case, bundle)
    for start in PERIODS[:3]:
        run_period(case, start)
    shown = run(case.council_id, run_period(case, PERIODS[3]))
    assert shown is not None
    below = [line for line in shown.lines if line.rule == BELOW]
    # -6571 x 2/3 = -4380.67 and -2190.33: the penny left over goes to the larger remainder.
    assert sorted(line.pence for line in below) == [-4381, -2190]
    told = below[0].inputs
    assert (told["delivered"], told["drawn"], told["banked"], told["used"]) == (
        6640,
        240,
        600,
        7000,
    )
    assert (told["allocated"], told["lower"], told["upper"]) == ("7800", "7176", "8424")
    check_invariants()


def test_a_review_of_which_nobody_recorded_a_day_waits_and_takes_nothing_back(
    case: Case, person: Somebody
) -> None:
    bundle = a_bundle(case, person)
    for start in PERIODS[:3]:
        run_period(case, start)
    shown = run(case.council_id, run_period(case, PERIODS[3]))
    assert shown is not None
    # On account as ever: 7 days of the first review, 21 of the second. Nothing of the 2912.00 back.
    assert sorted((line.rule, line.pence) for line in shown.lines) == [
        (ON_ACCOUNT, 22400),
        (ON_ACCOUNT, 67200),
    ]
    (left,) = shown.left_out
    assert (left.person_id, left.part, left.code, left.told) == (
        person.id,
        LeftOutPart.REVIEW,
        "days_not_recorded",
        {"first": "2026-04-06", "last": "2026-07-05"},
    )
    assert what_waits(left.part).startswith("That review is not in this run")
    assert (
        why_left_out(left.code, left.told)
        == "Nobody recorded the days of the review from 6 April 2026 to 5 July 2026."
    )
    before = snapshot()
    # Named again by the next run, and settled by the one after the days were recorded.
    again = run(case.council_id, run_period(case, PERIODS[4]))
    assert again is not None
    assert [one.code for one in again.left_out] == ["days_not_recorded"]
    delivered(case, bundle, ANCHOR, 0, at=date(2026, 8, 20))
    delivered(case, bundle, date(2026, 4, 7), 70, days=90, at=date(2026, 8, 20))
    shown = run(case.council_id, run_period(case, ANCHOR + timedelta(days=28 * 5)))
    assert shown is not None
    assert shown.left_out == ()
    # 6300 used, 876 under 7176: 2240 x 876 / 60 = 32704 go back, as a difference of that period.
    settled = [line for line in shown.lines if line.rule == BELOW]
    assert [(line.period_corrected, line.pence) for line in settled] == [(PERIODS[3], -32704)]
    check_invariants(before)
