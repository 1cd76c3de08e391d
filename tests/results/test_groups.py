"""Results adjusted to groups of people who are alike, paid from records (R-CO-04).

The figures are worked by hand in tests/cases/community_outcome/easier_people_alone.toml and
harder_people.toml: before 24 of 80 and 6 of 120.
"""

from datetime import date

import pytest

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import PERIODS, lines
from tests.fixtures.resulted import FIRST, a_scheme, both, terms, told
from whatmatters.payments.queries import run
from whatmatters.payments.services import set_calendar
from whatmatters.results.models import ResultCount
from whatmatters.results.queries.refusals import FigureImpossible, MoreThanCounted
from whatmatters.results.services import CountGiven
from whatmatters.results.services.counting import count_of_groups
from whatmatters.rules.commissioning import Problems

SECOND = PERIODS[1]
OLD = {"name": "85 and over", "events": 24, "people": 80}
YOUNGER = {"name": "under 85", "events": 6, "people": 120}
EASIER = ((6, 20, 0), (9, 180, 0))
HARDER = ((20, 150, 4), (1, 50, 2))


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def in_groups(case: Case) -> int:
    return a_scheme(case, terms=terms(groups=[OLD, YOUNGER]))


def paid(case: Case, start: date) -> list[tuple[int, str]]:
    return [(pence, why) for _, _, pence, why, _ in lines(case, run_period(case, start))]


def test_whoever_counts_the_easier_alone_is_paid_nothing(case: Case) -> None:
    """15 of 200 as counted would be 5,000.00: with no groups it is paid."""
    run_period(case, ANCHOR)
    both(case, in_groups(case), count_of_groups(1, EASIER), SECOND)
    plain = a_scheme(case, reference="RES-2")
    both(case, plain, CountGiven(1, 15, 200, 0), SECOND)
    assert sorted(paid(case, SECOND)) == [
        (0, "community_outcome.too_few_to_tell"),
        (500_000, "community_outcome.result"),
    ]
    check_invariants()


def test_whoever_takes_those_who_are_hard_to_help_is_paid_for_it(case: Case) -> None:
    """0.4 x 20/150 + 0.6 x 1/50 = 0.0653: a tenth. As counted, 21 of 200, it would be nothing."""
    run_period(case, ANCHOR)
    both(case, in_groups(case), count_of_groups(1, HARDER), SECOND)
    shown = run(case.council_id, run_period(case, SECOND))
    assert shown is not None
    (line,) = shown.lines
    assert (line.pence, line.inputs["events"], line.inputs["people"]) == (500_000, 21, 200)
    names = ("adjusted_rate", "adjusted_difference", "adjusted_lower", "adjusted_upper")
    assert [line.inputs[one] for one in names] == ["0.0653", "-0.0847", "-0.1427", "-0.0155"]
    assert line.inputs["groups"] == [
        OLD_NOW | {"events": 20, "people": 150},
        YOUNGER_NOW | {"events": 1, "people": 50},
    ]
    check_invariants()


OLD_NOW = {"name": "85 and over", "baseline_events": 24, "baseline_people": 80}
YOUNGER_NOW = {"name": "under 85", "baseline_events": 6, "baseline_people": 120}


def test_a_group_of_whom_nobody_was_counted_is_a_line_of_nothing(case: Case) -> None:
    run_period(case, ANCHOR)
    both(case, in_groups(case), count_of_groups(1, ((0, 0, 80), (9, 180, 0))), SECOND)
    assert paid(case, SECOND) == [(0, "community_outcome.group_not_counted")]


def test_groups_put_right_are_another_count_though_their_sum_is_the_same(case: Case) -> None:
    run_period(case, ANCHOR)
    contract = in_groups(case)
    both(case, contract, count_of_groups(1, EASIER), SECOND)
    assert paid(case, SECOND) == [(0, "community_outcome.too_few_to_tell")]
    both(case, contract, count_of_groups(1, ((13, 150, 0), (2, 50, 0))), PERIODS[2], seen=1)
    assert paid(case, PERIODS[2]) == [(500_000, "late_fact")]
    assert ResultCount.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (FIRST, FigureImpossible),
        (count_of_groups(1, (*EASIER, (0, 1, 0))), FigureImpossible),
        (CountGiven(1, 14, 200, 0, EASIER), FigureImpossible),
        (CountGiven(1, 15, 200, 1, EASIER), FigureImpossible),
        (count_of_groups(1, ((21, 20, 0), (9, 180, 0))), MoreThanCounted),
        (count_of_groups(1, ((-1, 20, 0), (9, 180, 0))), FigureImpossible),
    ],
    ids=["none", "one more", "other events", "other left out", "more than counted", "below nobody"],
)
def test_groups_that_do_not_fit_are_refused(case: Case, given, name) -> None:
    contract = in_groups(case)
    with pytest.raises(name):
        told(case, contract, given, SECOND)
    assert not ResultCount.objects.exists()


def test_a_contract_without_groups_takes_none(case: Case) -> None:
    with pytest.raises(FigureImpossible):
        told(case, a_scheme(case), count_of_groups(1, EASIER), SECOND)


def test_groups_that_are_not_all_of_the_baseline_are_not_signed(case: Case) -> None:
    with pytest.raises(Problems) as refused:
        a_scheme(case, terms=terms(groups=[OLD, YOUNGER | {"events": 5}]))
    assert [one.code for one in refused.value.problems] == ["groups_do_not_add_up"]
