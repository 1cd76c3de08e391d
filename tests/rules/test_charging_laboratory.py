"""One week by every basis, at three incomes, with what the law takes off: worked by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from whatmatters.policy.charging import wales_rates
from whatmatters.rules.charging import wales
from whatmatters.rules.charging.arrangement import Arrangement, Basis, ValueBand
from whatmatters.rules.charging.bases import WeekFacts
from whatmatters.rules.charging.laboratory import Conflict, Household, compare, conflicts
from whatmatters.rules.charging.means import Means
from whatmatters.rules.charging.refusals import ChargeFiguresWrong
from whatmatters.rules.charging.values import LimitKind
from whatmatters.rules.periods import week_of

pytestmark = pytest.mark.once

WEEK = week_of(date(2026, 6, 1))
# 10 hours planned, 8 given, a plan worth 250.00 that cost 200.00 in the week
FACTS = WeekFacts(600, 480, Fraction(25000), 20000)
ASKED = Arrangement(
    Basis.NONE,
    hourly_rate=Decimal(22),
    share=Decimal("0.30"),
    bundle_hours=Decimal(130),
    bundle_weeks=13,
    bands=(ValueBand(Decimal(200), Decimal(30)), ValueBand(None, Decimal(60))),
)


def household(income):
    """What must be left is 290.00: 200 + 35% + 10%. Housing costs 20.00."""
    means = Means(Decimal(income), housing_costs=Decimal(20), basic_entitlement=Decimal(200))
    return Household(Decimal(income), Decimal(20), wales.affordable(means, wales_rates(WEEK.start)))


ROWS = compare(WEEK, ASKED, FACTS, [household("300"), household("360"), household("500")])


def test_every_basis_at_every_income():
    # 0.00, 50.00 and 190.00 could be afforded; the most in Wales is 100.00.
    # planned 220.00; given 176.00; bundle 10 x 22 x 0.3 = 66.00; band 60.00; 0.3 x 250 = 75.00
    charged = [[(str(tried.basis), tried.charge.pence) for tried in row] for row in ROWS]
    assert [pence for _, pence in charged[0]] == [0, 0, 0, 0, 0, 0]
    assert [pence for _, pence in charged[1]] == [5000, 5000, 5000, 5000, 5000, 0]
    assert charged[2] == [
        ("planned_hours", 10000),
        ("delivered_minutes", 10000),
        ("bundle_share", 6600),
        ("flat_band", 6000),
        ("plan_price_share", 7500),
        ("none", 0),
    ]
    assert [tried.left for tried in ROWS[2]] == [38000, 38000, 41400, 42000, 40500, 48000]


def test_what_the_law_takes_off_is_told_by_basis_and_rule():
    affordable, cap, cost = LimitKind.AFFORDABLE, LimitKind.NATIONAL_CAP, LimitKind.COST
    assert conflicts(ROWS) == (
        Conflict(Basis.PLANNED_HOURS, affordable, 3, Fraction(22000)),
        Conflict(Basis.PLANNED_HOURS, cap, 3, Fraction(12000)),
        Conflict(Basis.PLANNED_HOURS, cost, 3, Fraction(2000)),
        Conflict(Basis.DELIVERED_MINUTES, affordable, 2, Fraction(17600)),
        Conflict(Basis.DELIVERED_MINUTES, cap, 3, Fraction(7600)),
        Conflict(Basis.BUNDLE_SHARE, affordable, 2, Fraction(6600)),
        Conflict(Basis.FLAT_BAND, affordable, 2, Fraction(6000)),
        Conflict(Basis.PLAN_PRICE_SHARE, affordable, 2, Fraction(7500)),
    )


def test_a_design_that_lacks_a_figure_is_refused():
    with pytest.raises(ChargeFiguresWrong) as refused:
        compare(WEEK, Arrangement(Basis.NONE, hourly_rate=Decimal(22)), FACTS, [])
    assert refused.value.params["field"] == "share"
