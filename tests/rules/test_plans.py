"""What a plan may say: each refusal by its name."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules import plan_line_refusals as of_lines
from whatmatters.rules import plan_refusals as plans
from whatmatters.rules.outcomes import Band, Deliverer
from whatmatters.rules.plan_checks import check_plan, check_whole
from whatmatters.rules.plan_lines import check_line
from whatmatters.rules.plan_pairs import Pair, pair_lines
from whatmatters.rules.plan_weights import check_weights
from whatmatters.rules.plans import PlanContent, PlannedLine, PlannedOutcome

WALKS = PlannedLine("Walks", Deliverer.PROVIDER, band=Band.STANDARD, hours=Decimal("100"))
CONTENT = PlanContent(date(2028, 2, 29), date(2028, 2, 29), date(2028, 2, 29), (WALKS,))


def test_a_plan_of_one_leap_day_holds():
    check_plan(CONTENT)


def test_a_plan_that_ends_before_it_starts_is_refused():
    with pytest.raises(plans.PlanEndsBeforeItStarts):
        check_plan(replace(CONTENT, ends=date(2028, 2, 28)))


def test_a_review_before_its_plan_is_refused():
    with pytest.raises(plans.ReviewBeforePlan) as refused:
        check_plan(replace(CONTENT, review_on=date(2028, 2, 28)))
    assert refused.value.code == "review_before_plan"
    assert refused.value.params == {"review_on": date(2028, 2, 28), "starts": date(2028, 2, 29)}


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"cost": 100}, of_lines.LineHoursAndCost),
        ({"band": None}, of_lines.LineNeedsHoursOrCost),
        ({"hours": None}, of_lines.LineNeedsHoursOrCost),
        ({"band": None, "hours": None}, of_lines.LineNeedsHoursOrCost),
        ({"hours": Decimal("-1")}, of_lines.HoursImpossible),
        ({"hours": Decimal("0.125")}, of_lines.HoursImpossible),
        ({"hours": Decimal("NaN")}, of_lines.HoursImpossible),
        ({"hours": Decimal("1e9")}, of_lines.HoursImpossible),
        ({"band": None, "hours": None, "cost": -1}, of_lines.CostImpossible),
        ({"critical": True}, of_lines.ToleranceMissing),
        ({"critical": True, "tolerance_minutes": -1}, of_lines.ToleranceMissing),
    ],
)
def test_a_line_that_cannot_be_is_refused(change, kind):
    with pytest.raises(kind) as refused:
        check_line(3, replace(WALKS, **change))
    assert type(refused.value) is kind
    assert refused.value.params == {"line": 3}


@pytest.mark.parametrize(
    "line",
    [
        replace(WALKS, hours=Decimal("0")),
        replace(WALKS, hours=Decimal("1E+2")),
        replace(WALKS, critical=True, tolerance_minutes=0),
        PlannedLine("Shopping", Deliverer.FAMILY),
        PlannedLine("Lunch club", Deliverer.PROVIDER, funded_by="Grant"),
        PlannedLine("Sensor", Deliverer.TECHNOLOGY, cost=0),
    ],
)
def test_a_line_that_can_be_is_kept(line):
    check_line(1, line)


def test_a_line_serves_outcomes_of_its_plan_only():
    wrong = replace(CONTENT, lines=(replace(WALKS, serves=(7,)),))
    with pytest.raises(of_lines.ServesUnknownOutcome) as refused:
        check_plan(wrong)
    assert refused.value.params == {"line": 1, "outcome_id": 7}


def test_an_outcome_is_in_a_plan_once():
    with pytest.raises(plans.OutcomeTwice):
        check_plan(replace(CONTENT, outcomes=(PlannedOutcome(1), PlannedOutcome(1))))


def weighted(*weights):
    return [
        PlannedOutcome(n, payable=True, weight=None if w is None else Decimal(w))
        for n, w in enumerate(weights)
    ]


@pytest.mark.parametrize(
    ("weights", "total"), [(("0.6", "0.3"), "0.9"), (("0.7", "0.31"), "1.01"), (("0",), "0")]
)
def test_weights_that_do_not_add_to_1_are_refused_with_their_sum(weights, total):
    with pytest.raises(plans.WeightsDoNotAddToOne) as refused:
        check_weights(weighted(*weights))
    assert refused.value.params == {"sum": total}


def test_weights_are_all_or_none():
    check_weights(weighted(None, None))
    check_weights(weighted("0.6", "0.4"))
    with pytest.raises(plans.WeightsAllOrNone):
        check_weights(weighted("1", None))


def test_a_weight_without_pay_is_refused():
    with pytest.raises(plans.WeightWithoutPay):
        check_weights([PlannedOutcome(1, weight=Decimal(1))])


@pytest.mark.parametrize("weight", ["-0.1", "1.1", "0.3333333", "Infinity"])
def test_a_weight_that_cannot_be_is_refused(weight):
    with pytest.raises(plans.WeightImpossible):
        check_weights(weighted(weight))


@given(st.lists(st.integers(min_value=1, max_value=999), min_size=1, max_size=8))
def test_weights_in_thousandths_hold_only_where_they_add_to_1(thousandths):
    outcomes = weighted(*[Decimal(n) / 1000 for n in thousandths])
    if sum(thousandths) == 1000:
        check_weights(outcomes)
    else:
        with pytest.raises(plans.WeightsDoNotAddToOne):
            check_weights(outcomes)


def test_an_empty_plan_is_not_proposed():
    with pytest.raises(plans.PlanIsEmpty) as refused:
        check_whole(replace(CONTENT, lines=()))
    assert refused.value.params == {"what": "lines"}
    with pytest.raises(plans.PlanIsEmpty) as refused:
        check_whole(CONTENT)
    assert refused.value.params == {"what": "outcomes"}


def test_lines_stand_side_by_side_by_what_they_are_about():
    shopping = PlannedLine("Shopping", Deliverer.FAMILY)
    lunch = PlannedLine("Lunch", Deliverer.THIRD_SECTOR, cost=500)
    after = [replace(lunch, cost=600), shopping, replace(WALKS, hours=Decimal(80))]
    garden = PlannedLine("Garden", Deliverer.SELF)
    assert pair_lines([WALKS, shopping, lunch, garden], after) == (
        Pair(2, 0, ("cost",)),
        Pair(1, 1),
        Pair(0, 2, ("hours",)),
        Pair(3, None),
    )


lines = st.builds(
    PlannedLine,
    what=st.sampled_from(["Walks", "Lunch", "Garden"]),
    deliverer=st.sampled_from(Deliverer),
    cost=st.none() | st.integers(0, 3),
)


@given(st.lists(lines, max_size=6), st.lists(lines, max_size=6))
def test_every_line_of_both_versions_stands_in_one_pair(before, after):
    pairs = pair_lines(before, after)
    assert sorted(p.before for p in pairs if p.before is not None) == list(range(len(before)))
    assert [p.after for p in pairs if p.after is not None] == list(range(len(after)))
    for pair in pairs:
        if pair.before is not None and pair.after is not None:
            assert (pair.changed == ()) == (before[pair.before] == after[pair.after])
