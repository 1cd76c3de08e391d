"""Bundles and their bank: what can be put in, drawn, and what runs out; a smaller bundle offered.

Ten hours a week from 6 April 2026: 7800 minutes in a review period, of which 1950 may be banked.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.fixtures.bundled import a_bundle, delivered, drawn, given
from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.money import ANCHOR, a_contract
from whatmatters.commissioning.queries import agreement_facts, agreements_of_sources
from whatmatters.commissioning.queries.refusals import AgreementRefused
from whatmatters.delivery.models import BankMovement, Bundle
from whatmatters.delivery.queries import bank
from whatmatters.delivery.services import (
    BankAboveCap,
    BankOutOfOrder,
    BankTooLow,
    BundleGiven,
    BundleImpossible,
    DayGiven,
    MinutesGiven,
    NotBeforehand,
    NotYoursToRecord,
    OutsideBundle,
    agree_bundles,
    agree_over,
    end_bundles,
    move_minutes,
    record_bundle_days,
)
from whatmatters.rules.commissioning_models.bundled_hours import MovementKind
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.word_refusals import WordsMissing

MAY = date(2026, 5, 11)
SECOND, THIRD = date(2026, 7, 6), date(2026, 10, 5)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


@pytest.fixture
def mair(case: Case) -> Somebody:
    return a_person(case)


def test_a_bundle_is_signed_as_it_is_recorded(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    found = agreements_of_sources(case.council_id, "bundle", [bundle])
    (facts,) = agreement_facts(case.council_id, ids=found.values())
    assert (facts.model, facts.person_id, facts.starts) == ("bundled_hours", mair.id, ANCHOR)
    assert facts.terms["weekly_hours"] == Decimal(10)
    assert facts.terms["review_weeks"] == 13


@pytest.mark.parametrize(
    ("hours", "rate", "refused"),
    [
        ("0", "22.40", AgreementRefused),
        ("-1", "22.40", BundleImpossible),
        ("10", "NaN", BundleImpossible),
    ],
)
def test_a_bundle_that_cannot_be_leaves_nothing(
    case: Case, mair: Somebody, hours: str, rate: str, refused: type[Refusal]
) -> None:
    contract = a_contract(case, model="bundled_hours")
    one = BundleGiven(mair.id, contract, ANCHOR, Decimal(hours), Decimal(rate))
    with pytest.raises(refused):
        agree_bundles(by=case.social_worker, at=moment(ANCHOR), bundles=[one])
    assert not Bundle.objects.exists()


def test_the_bank_is_counted_movement_by_movement(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    assert given(case, bundle, MAY, 600) == 600
    assert drawn(case, bundle, MAY + timedelta(days=9), 240) == 360
    seen = bank(case.council_id, bundle, MAY + timedelta(days=10))
    assert seen is not None
    # Banked in the first review period: to be drawn until the last day of the second.
    assert (seen.balance, seen.expiring) == (360, ((360, date(2026, 10, 4)),))
    assert [(m.kind, m.minutes, m.balance, m.agreed) for m in seen.moved] == [
        (MovementKind.DRAWN, 240, 360, "own"),
        (MovementKind.GIVEN, 600, 600, "own"),
    ]
    assert seen.moved[1].purpose == "A day at the sea"


def test_what_ran_out_is_written_before_the_next_movement_and_cannot_be_drawn(
    case: Case, mair: Somebody
) -> None:
    bundle = a_bundle(case, mair)
    given(case, bundle, MAY, 600)
    given(case, bundle, SECOND, 100)
    # Oldest first: 240 of the 600. 360 run out on 4 October; the 100 live on.
    drawn(case, bundle, SECOND + timedelta(days=3), 240)
    seen = bank(case.council_id, bundle, THIRD)
    assert seen is not None
    assert (seen.balance, seen.expiring) == (100, ((100, date(2027, 1, 3)),))
    with pytest.raises(BankTooLow) as refused:
        drawn(case, bundle, THIRD, 101)
    assert refused.value.params == {"left": 100}
    assert drawn(case, bundle, THIRD, 100) == 0
    rows = BankMovement.objects.order_by("place").values_list("kind", "on", "minutes", "balance")
    assert list(rows)[3:] == [
        ("expired", date(2026, 10, 4), 360, 100),
        ("drawn", THIRD, 100, 0),
    ]


def test_a_review_period_puts_in_no_more_than_its_cap(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    given(case, bundle, MAY, 1900)
    with pytest.raises(BankAboveCap) as refused:
        given(case, bundle, MAY, 51)
    assert refused.value.params == {"most": 1950, "left": 50}
    assert given(case, bundle, MAY, 50) == 1950


@pytest.mark.parametrize(
    ("on", "minutes", "purpose", "refused"),
    [
        (MAY, 0, "The sea", BundleImpossible),
        (MAY, -5, "The sea", BundleImpossible),
        (MAY, 5, "  ", WordsMissing),
        (MAY - timedelta(days=1), 5, "The sea", BankOutOfOrder),
        (ANCHOR - timedelta(days=1), 5, "The sea", OutsideBundle),
        (MAY + timedelta(days=2), 5, "The sea", DayNotReached),
    ],
)
def test_what_no_movement_may_say(
    case: Case, mair: Somebody, on: date, minutes: int, purpose: str, refused: type[Refusal]
) -> None:
    bundle = a_bundle(case, mair)
    given(case, bundle, MAY, 600)
    told = MinutesGiven(bundle, MovementKind.GIVEN, on, minutes, purpose, herself=True)
    with pytest.raises(refused):
        move_minutes(by=case.manager, at=moment(MAY), given=told)
    assert BankMovement.objects.count() == 1


def test_the_database_keeps_a_bank_above_nothing(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    row = {
        "council_id": case.council_id,
        "by_id": case.manager.user_id,
        "at": moment(MAY),
        "bundle_id": bundle,
        "on": MAY,
        "place": 1,
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        BankMovement.objects.create(kind="drawn", minutes=5, balance=-5, agreed="own", **row)


def test_days_are_the_provider_s_to_record_and_lie_inside_the_bundle(
    case: Case, mair: Somebody
) -> None:
    bundle = a_bundle(case, mair)
    delivered(case, bundle, MAY, 60)
    delivered(case, bundle, MAY, 75)  # a correction
    seen = bank(case.council_id, bundle, MAY)
    assert seen is not None
    assert seen.now.delivered == 75
    before = [DayGiven(bundle, ANCHOR - timedelta(days=1), 60)]
    with pytest.raises(OutsideBundle):
        record_bundle_days(by=case.manager, at=moment(MAY), days=before)
    whole_day_and_more = [DayGiven(bundle, MAY, 24 * 60 + 1)]
    with pytest.raises(BundleImpossible):
        record_bundle_days(by=case.manager, at=moment(MAY), days=whole_day_and_more)
    with pytest.raises(NotYoursToRecord):
        record_bundle_days(by=case.finance, at=moment(MAY), days=[DayGiven(bundle, MAY, 60)])


def test_over_the_band_is_agreed_beforehand_or_not_at_all(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    told = {"bundle_id": bundle, "review_starts": ANCHOR, "minutes": 60}
    with pytest.raises(NotBeforehand):
        agree_over(by=case.social_worker, at=moment(SECOND), **told)
    with pytest.raises(NotYoursToRecord):
        agree_over(by=case.manager, at=moment(MAY), **told)


def test_two_under_used_review_periods_running_offer_a_smaller_bundle(
    case: Case, mair: Somebody
) -> None:
    bundle = a_bundle(case, mair)
    delivered(case, bundle, ANCHOR, 60, days=182)
    one, two = (bank(case.council_id, bundle, day) for day in (SECOND, THIRD))
    assert one is not None
    assert two is not None
    assert one.offered is None
    # 60 minutes on each of 182 days is 7 hours a week.
    assert two.offered == 7


def test_one_good_review_period_between_them_offers_nothing(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    delivered(case, bundle, ANCHOR, 60, days=91)
    delivered(case, bundle, SECOND, 85, days=91)
    seen = bank(case.council_id, bundle, THIRD)
    assert seen is not None
    assert seen.offered is None


def test_an_ended_bundle_moves_nothing_more(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    given(case, bundle, MAY, 600)
    end_bundles(
        by=case.social_worker,
        at=moment(MAY),
        bundle_ids=[bundle],
        on=MAY,
        reason=EndReason.NO_LONGER_NEEDED,
    )
    with pytest.raises(OutsideBundle):
        drawn(case, bundle, MAY + timedelta(days=1), 60)
    seen = bank(case.council_id, bundle, MAY + timedelta(days=1))
    assert seen is not None
    assert (seen.balance, seen.expiring) == (0, ())
