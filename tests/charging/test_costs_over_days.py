"""What a review or a judgement moves later is for the days that it was about, and goes back to her.

Figures by hand. A bundle of 4 hours a week at 22.40 costs 89.60 a week; 13 weeks of it 1164.80.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.fixtures.bundled import a_bundle, delivered
from tests.fixtures.case import Case, a_case, a_person, moment
from tests.fixtures.charged import Charged, arranged, assessed
from tests.fixtures.judged import judge
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paid import browser_of
from tests.fixtures.paying import LAST_DAY, PENALTY, PERIODS, agreed, end
from whatmatters.access.services import mark_installation
from whatmatters.charging.queries import statement
from whatmatters.charging.queries.costs import costs
from whatmatters.charging.services import BeforePayments, charge_weeks
from whatmatters.payments.services import set_calendar
from whatmatters.rules.charging.arrangement import Arrangement, Basis
from whatmatters.rules.charging.means import Means
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.roles import InstallationKind

WEEKS = [ANCHOR + timedelta(days=7 * n) for n in range(16)]
LATER = moment(date(2026, 9, 1))
WHOLE_BUNDLE = Arrangement(Basis.BUNDLE_SHARE, Decimal("22.40"), Decimal(1), Decimal(52), 13)
WHOLE_PLAN = Arrangement(Basis.PLAN_PRICE_SHARE, share=Decimal(1))


@pytest.fixture
def case(db: None) -> Case:
    return made_case()


def made_case(code: str = "W06000014", nation: str = "wales") -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=LATER, as_of=LATER.date())
    case = a_case(code, nation)
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return case


def charge(made: Charged, through: date) -> int:
    who = made.herself.id
    return charge_weeks(by=made.case.finance, at=LATER, person_id=who, through=through).pence


def by_week(made: Charged) -> list[int]:
    sums: dict[date, int] = {}
    for line in statement(made.case.council_id, made.herself.id).lines:
        sums[line.week.start] = sums.get(line.week.start, 0) + line.pence
    return [sums[monday] for monday in sorted(sums)]


def test_what_a_review_takes_back_lowers_every_week_of_the_review_and_none_of_it_is_lost(
    case: Case,
) -> None:
    made = Charged(case, a_person(case), 0)
    bundle = a_bundle(case, made.herself, weekly_hours="4")
    delivered(case, bundle, ANCHOR, 0, days=91)
    arranged(made, WHOLE_BUNDLE)
    assessed(made, Means(declined=True))
    for start in PERIODS[:3]:
        run_period(case, start)
    assert charge(made, WEEKS[11]) == 12 * 8960
    # Every day of the review was told, and nothing was given: 3120 minutes, band from 2870.4. At
    # 22.40 that is 1071.616 back; 93.18 of 1164.80 is what the 13 weeks cost. Three weeks follow.
    run_period(case, PERIODS[3])
    charge(made, WEEKS[15])
    found = by_week(made)
    assert (sum(found[:13]), found[13:]) == (116480 - 107162, [8960] * 3)
    # 107162 x 7 / 91 = 8243.23: the first week cost 89.60 less 82.43.
    assert found[0] == 8960 - 8243
    assert charge(made, WEEKS[15]) == 0
    told = browser_of(made.herself.actor).get(reverse("charges", args=[made.herself.id]))
    words = " ".join(told.content.decode().split())
    took = "A review took back £1,071.62 for 6 April to 5 July 2026; this is the part of these days"
    assert took in words
    assert "Charged before for this week: £89.60. Right is: £7.17. So: −£82.43." in words


def test_penalties_lower_the_weeks_that_they_judge(db: None) -> None:
    case = made_case("E08000035", "england")
    made = Charged(case, a_person(case), 0)
    planned, agreement = agreed(case, made.herself)
    arranged(made, WHOLE_PLAN)
    assessed(made, Means(declined=True))
    for start in PERIODS[:3]:
        run_period(case, start)
    before = charge(made, WEEKS[11])
    assert 278300 - 12 < before <= 278300
    judge(case, planned, tenths=(5, 10), on=LAST_DAY)
    end(case, agreement, LAST_DAY, LAST_DAY, EndReason.REVIEWED)
    run_period(case, PERIODS[3])
    charge(made, WEEKS[15])
    found = by_week(made)
    # 66792 of 278300 over 84 days: each week costs 23191.67 less 5566.
    assert sum(found) == 278300 + PENALTY
    assert all(17625 <= pence <= 17627 for pence in found[:12])
    assert found[12:] == [0, 0, 0, 0]
    (first,) = costs(case.council_id, made.herself.id, WEEKS[:1]).values()
    assert [str(part.span.what) for part in first.parts] == ["days", "judged"]


def test_no_charge_begins_before_the_payments_do(case: Case) -> None:
    made = Charged(case, a_person(case), 0)
    a_bundle(case, made.herself, weekly_hours="4")
    with pytest.raises(BeforePayments) as refused:
        arranged(made, WHOLE_BUNDLE, ANCHOR - timedelta(days=7))
    assert refused.value.params == {"first": ANCHOR}
    arranged(made, WHOLE_BUNDLE)
    assessed(made, Means(declined=True))
    run_period(case, ANCHOR)
    with pytest.raises(BeforePayments):
        arranged(made, WHOLE_BUNDLE, ANCHOR - timedelta(days=28))
    assert charge(made, WEEKS[3]) == 4 * 8960


def test_an_arrangement_of_before_there_were_payments_blocks_no_later_week(db: None) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=LATER, as_of=LATER.date())
    case = a_case()
    made = Charged(case, a_person(case), 0)
    arranged(made, WHOLE_BUNDLE, ANCHOR - timedelta(days=70))
    assessed(made, Means(declined=True))
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    a_bundle(case, made.herself, weekly_hours="4")
    run_period(case, ANCHOR)
    with pytest.raises(BeforePayments):
        charge(made, ANCHOR - timedelta(days=1))
    assert charge(made, WEEKS[3]) == 4 * 8960
