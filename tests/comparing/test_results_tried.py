"""Who carries which risk of paid results (R-CO-05): by hand, and on the page.

Before 90 of 100; a tenth or fewer pays 100.00. Of three people, with z = 1.96:
none: -0.9, up to -0.9 + sqrt(0.5615^2 + 0.0744^2) = -0.33: told, and the step reached.
one: -0.5667 + sqrt(0.4590^2 + 0.0744^2) = -0.10: told, and a third is more than a tenth.
two: -0.2333 + sqrt(0.2718^2 + 0.0744^2) = +0.05: too few to tell; and so for three.
"""

from fractions import Fraction

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.case import STARTS, Case, a_case, moment
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.services import mark_installation
from whatmatters.rules.commissioning_models.community_outcome import (
    Baseline,
    Direction,
    Step,
    Terms,
)
from whatmatters.rules.comparing.results_tried import Deal, binomial, chances, rates_to_show
from whatmatters.rules.roles import InstallationKind

TERMS = Terms(
    Baseline(90, 100), Direction.REDUCE, (Step(Fraction(1, 10), Fraction(100)),), Fraction(95, 100)
)
DEAL = Deal(people=3, sure=1_000, cost=6_000, saved=5_000)


def test_every_count_is_paid_by_the_rule_and_weighed_by_its_chance():
    """At a tenth: 0.9^3 = 0.729; 3 x 0.1 x 0.81 = 0.243; 0.027 + 0.001 = 0.028.
    Results: 0.729 x 10000 = 7290. Provider: 1000 + 7290 - 6000 = 2290; 1000 < 6000 <= 11000, so it
    loses in 1 - 0.729. Saved: 3 x (0.9 - 0.1) x 5000 = 12000, less 8290: 3710."""
    (one,) = chances(TERMS, DEAL, [0.1])
    assert one.paid == pytest.approx(0.729)
    assert one.no_step == pytest.approx(0.243)
    assert one.too_few == pytest.approx(0.028)
    assert one.results == pytest.approx(7_290)
    assert one.loss == pytest.approx(0.271)
    assert one.provider == pytest.approx(2_290)
    assert one.payer == pytest.approx(3_710)
    assert (one.at_most(0.05), one.at_most(0.27), one.at_most(0.28)) == (0, 0, 10_000)


def test_where_nothing_changed_luck_is_paid_for():
    """At nine tenths: 0.1^3 = 0.001 pays; 3 x 0.9 x 0.01 = 0.027; the rest cannot be told.
    Nothing is saved, and 1000 + 10 are paid."""
    (one,) = chances(TERMS, DEAL, [0.9])
    assert one.paid == pytest.approx(0.001)
    assert one.no_step == pytest.approx(0.027)
    assert one.too_few == pytest.approx(0.972)
    assert one.payer == pytest.approx(-1_010)


def test_the_other_way_is_its_mirror():
    """10 of 100 before, and nine tenths or more pays."""
    other = Terms(
        Baseline(10, 100),
        Direction.INCREASE,
        (Step(Fraction(9, 10), Fraction(100)),),
        Fraction(19, 20),
    )
    (one,) = chances(other, DEAL, [0.9])
    assert one.paid == pytest.approx(0.729)
    assert one.payer == pytest.approx(3_710)


def test_the_rates_that_are_shown():
    """From no change to the best: 0.9, half the way to the nearest step, the step; and what is
    supposed, once."""
    two = Terms(
        TERMS.baseline,
        Direction.REDUCE,
        (*TERMS.steps, Step(Fraction(1, 2), Fraction(40))),
        Fraction(19, 20),
    )
    assert rates_to_show(two, 0.3) == pytest.approx((0.9, 0.7, 0.5, 0.3, 0.1))
    assert rates_to_show(two, 0.5) == pytest.approx((0.9, 0.7, 0.5, 0.1))


@given(people=st.integers(1, 400), rate=st.floats(0, 1))
def test_chances_add_up_and_keep_their_mean(people: int, rate: float):
    weights = binomial(people, rate)
    assert sum(weights) == pytest.approx(1)
    assert sum(k * weight for k, weight in enumerate(weights)) == pytest.approx(people * rate)


ASKED = {
    "direction": "reduce",
    "before_people": "100",
    "before_events": "90",
    "expected": "3",
    "confidence": "95",
    "rate_1": "10",
    "pays_1": "100",
    "sure": "10",
    "cost": "60",
    "saved": "50",
    "supposed": "10",
}


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case()


def told(case: Case, asked: dict[str, str], language: str = "en-gb") -> str:
    answer = browser_of(case.commissioner, language).get(reverse("results_tried"), asked)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert faults(page) == []
    return " ".join(page.partition("<main")[2].split())


def test_the_page_says_who_carries_which_risk(case: Case) -> None:
    page = told(case, ASKED)
    assert "No change at all would be paid for in 0.1% of periods" in page
    # at a tenth, as she thinks: the row of the test above
    row = page[page.index("10.0%") :].partition("</tr>")[0]
    for seen in ("as you think", "72.9%", "2.8%", "24.3%", "£72.90", "£0.00–£100.00", "27.1%"):
        assert seen in row
    assert "£22.90" in row
    assert "£37.10" in row
    assert "Such terms are not signed" not in page
    assert "mewn 0.1% o gyfnodau" in told(case, ASKED, "cy")


def test_of_too_few_people_the_page_says_from_how_many(case: Case) -> None:
    """Before 70 of 100. Of one the best is -0.7 + sqrt(0.7935^2 + 0.0958^2) = +0.10; of two -0.04
    (0.6576): told."""
    page = told(case, {**ASKED, "expected": "1", "before_events": "70", "rate_1": "10"})
    assert "The fewest of whom it could: 2." in page


def test_what_cannot_be_is_refused_beside_its_question(case: Case) -> None:
    page = told(
        case, {**ASKED, "before_events": "101", "confidence": "100", "rate_2": "10", "rate_3": "5"}
    )
    for wrong in (
        "It cannot happen to more people than there were",
        "Write more than 0 and less than 100",
        "Each step has a rate of its own",
        "Step 3 needs a rate and pounds",
    ):
        assert wrong in page
    assert "No change at all" not in page
    many = told(case, {**ASKED, "expected": "20001"})
    assert "No change at all" not in many
