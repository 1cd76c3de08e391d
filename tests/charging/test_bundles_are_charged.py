"""Every basis reads bundles of hours: agreed, delivered, and what they are worth.

A bundle of 4 hours a week at 22.40 is worth 89.60 a week; 20 minutes were delivered a day.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.bundled import a_bundle, delivered
from tests.fixtures.case import a_case, a_person, moment
from tests.fixtures.charged import Charged, arranged, assessed
from tests.fixtures.money import ANCHOR, run_period
from whatmatters.charging.queries import statement
from whatmatters.charging.services import charge_weeks
from whatmatters.charging.web.sentences import sentence
from whatmatters.delivery.services import StayGiven, end_bundles, record_stays
from whatmatters.payments.services import set_calendar
from whatmatters.rules.charging.arrangement import Arrangement, Basis, ValueBand
from whatmatters.rules.charging.means import Means
from whatmatters.rules.outcomes import EndReason

WEEKS = [ANCHOR + timedelta(days=7 * n) for n in range(4)]
BANDS = (ValueBand(Decimal(80), Decimal(20)), ValueBand(None, Decimal(30)))


@pytest.fixture
def made(db: None) -> Charged:
    """Her bundle ends with the third day of the fourth week."""
    case = a_case()
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    herself = a_person(case)
    bundle = a_bundle(case, herself, weekly_hours="4")
    delivered(case, bundle, ANCHOR, 20, days=24)
    last = WEEKS[3] + timedelta(days=2)
    end_bundles(
        by=case.social_worker,
        at=moment(last),
        bundle_ids=[bundle],
        on=last,
        reason=EndReason.MOVED,
    )
    # Three whole days in hospital in the second week.
    stay = StayGiven(herself.id, WEEKS[1], WEEKS[1] + timedelta(days=4))
    record_stays(by=case.social_worker, at=moment(last), stays=[stay])
    run_period(case, ANCHOR)
    made = Charged(case, herself, 0)
    assessed(made, Means(declined=True))
    return made


def charged(made: Charged, arrangement: Arrangement) -> list[tuple[int, str]]:
    """Of each week the base in pence as text would say it, and its sentence."""
    arranged(made, arrangement)
    at = moment(date(2026, 5, 10))
    charge_weeks(by=made.case.finance, at=at, person_id=made.herself.id, through=WEEKS[3])
    lines = sorted(
        statement(made.case.council_id, made.herself.id).lines, key=lambda line: line.week.start
    )
    bases = [line.told["limits"][0] for line in lines]
    return [(base["pence"], sentence(base["steps"][0])) for base in bases]


def test_hours_of_a_bundle_are_planned_but_for_days_in_hospital(made: Charged) -> None:
    found = charged(made, Arrangement(Basis.PLANNED_HOURS, hourly_rate=Decimal("7.00")))
    # 240 minutes a week: 28.00. Of the second week four days, of the fourth three: 137 and 102.
    assert [base for base, _ in found] == ["2800", "4795/3", "2800", "1190"]
    assert found[1][1] == "2 hours 17 minutes planned, at £7.00 an hour."


def test_minutes_of_a_bundle_are_those_that_were_delivered(made: Charged) -> None:
    found = charged(made, Arrangement(Basis.DELIVERED_MINUTES, hourly_rate=Decimal("12.00")))
    # 140 minutes are 28.00, 60 are 12.00
    assert [base for base, _ in found] == ["2800", "2800", "2800", "1200"]


def test_what_a_bundle_is_worth_decides_its_band_and_its_share(made: Charged) -> None:
    flat = charged(made, Arrangement(Basis.FLAT_BAND, bands=BANDS))
    # 89.60, and 38.40 for three of seven days
    assert [base for base, _ in flat] == ["3000", "3000", "3000", "2000"]
    words = "What was agreed for this week is worth £38.40; the charge for that is £20.00."
    assert flat[3][1] == words


def test_a_share_of_what_a_bundle_is_worth(made: Charged) -> None:
    share = Arrangement(Basis.PLAN_PRICE_SHARE, share=Decimal("0.25"))
    assert [base for base, _ in charged(made, share)] == ["2240", "2240", "2240", "960"]


def test_where_nothing_ran_the_sentence_says_all_that_did_not() -> None:
    none = {"rule": "flat_band", "inputs": {"plan_value": "0"}}
    words = "Nothing with a price ran in this week: no plan, no package, no bundle."
    assert sentence(none) == words
