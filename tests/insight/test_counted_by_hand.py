"""What an outcome cost, by category and by patch, and outcomes by kind in each voice: by hand.

Seven people, each with a plan of GBP 2,783.00 and three outcomes judged: the first, about moving,
wholly achieved; the second, about moving, not; the third, about home, wholly. A price is shared
equally among the outcomes judged, 2,783.00 / 3 = 927.6667 each.

* moving: 7 of 14; 7 x 2 x 927.6667 = 12,987.33
* home: 7 of 7; 7 x 927.6667 = 6,493.67
* the patch, and all: 14 of 21; 7 x 2,783.00 = 19,481.00
"""

import pytest

from tests.fixtures.case import a_case, a_contract
from tests.insight.test_dashboard_figures import ON, dashboard, reviewed
from whatmatters.insight.queries.dashboard import Dashboard
from whatmatters.outcomes.models import Outcome, PlanOutcome
from whatmatters.outcomes.queries.judged_figures import Voice
from whatmatters.rules.outcomes import OutcomeKind


@pytest.fixture
def figures(db: None) -> Dashboard:
    case = a_case()
    contract_id = a_contract(case, "A/1")
    for name in "ABCDEFG":
        version = reviewed(case, contract_id, name, (10, 0, 10))
        third = PlanOutcome.objects.filter(version=version).order_by("-pk")[0].outcome_id
        Outcome.objects.filter(pk=third).update(category="home")
    return dashboard(case.council_id, on=ON)


def row(cost) -> tuple[str, int, int, int]:
    return cost.key, cost.told.numerator, cost.told.denominator, cost.pence


def test_what_an_outcome_cost_by_category_and_by_patch(figures: Dashboard) -> None:
    assert [row(cost) for cost in figures.costs.categories] == [
        ("home", 7, 7, 649367),
        ("moving", 7, 14, 1298733),
    ]
    (patch,) = figures.costs.patches
    assert row(patch)[1:] == (14, 21, 1948100)
    assert row(figures.costs.whole)[1:] == (14, 21, 1948100)


def test_outcomes_of_a_kind_in_each_voice_beside_the_finding(figures: Dashboard) -> None:
    rows = {kind.kind: kind.voices for kind in figures.kinds}
    intervals = {voice: rate.interval for voice, rate in rows[OutcomeKind.IMPROVEMENT].items()}
    told = {voice: (i.numerator, i.denominator) for voice, i in intervals.items() if i}
    assert told == {Voice.PERSON: (14, 21), Voice.FINDING: (14, 21)}
