"""What a statement's lines say, in both languages, down to the arithmetic."""

from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import override

from whatmatters.frontend.problem_words import problem_text
from whatmatters.frontend.statement_words import reason_text, sums_of
from whatmatters.policy.queries import dated_rules, with_defaults
from whatmatters.rules.case_files import assess_text
from whatmatters.rules.commissioning import Line, Problem, Problems
from whatmatters.rules.corrections import Corrected, differences

CASES = Path(__file__).parents[1] / "cases"


def lines_of(name):
    """The lines of a golden case."""
    text = (CASES / f"{name}.toml").read_text("utf-8")
    return assess_text(text, with_defaults, dated_rules())[1].lines


def figures(line):
    """Every figure of a line's tables."""
    return [row.figure for sums in sums_of(line) for row in sums.rows]


def test_a_late_fact_shows_what_was_posted_what_is_right_and_why():
    (line,) = lines_of("time_and_task/plain_week")
    key = Corrected(7, date(2026, 4, 6), line.rule, line.subject)
    posted = {key: {("Council", "Provider"): 4480}}
    (late,) = differences(posted, {key: [line]})[key]
    assert reason_text(late) == (
        "Correction, for a fact that came late or was put right: "
        "Visits in the week from 6 April 2026"
    )
    assert figures(late) == [
        "£33.60",
        "£44.80",
        "-£11.20",
        "£11.20",
        "£11.20",
        "£11.20",
        "£33.60",
    ]


def test_a_late_fact_that_leaves_nothing_due_names_the_period():
    (line,) = lines_of("time_and_task/plain_week")
    key = Corrected(7, date(2026, 4, 6), line.rule, line.subject)
    (late,) = differences({key: {("Council", "Provider"): 4480}}, {key: []})[key]
    assert reason_text(late) == (
        "Correction of the period from 6 April 2026, for a fact that came late or was put right"
    )


def test_the_penalty_reads_from_its_figures():
    (line,) = lines_of("outcome_payments/worked_example_judgement")
    assert figures(line) == [
        "4 May 2026",
        "1 June 2026",
        "19",
        "28",
        "0.5",
        "£2,783.00",
        "0.6",
        "0.5",
        "0.6",
        "£500.94",
        "£2,226.40",
        "-£500.94",
    ]


@pytest.mark.parametrize(
    "name", sorted(p.stem for p in (CASES / "outcome_payments").glob("*.toml") if "." not in p.stem)
)
def test_every_line_and_every_problem_has_words_in_both_languages(name):
    try:
        told = [reason_text, sums_of], lines_of(f"outcome_payments/{name}")
    except Problems as refused:
        told = [problem_text], refused.problems
    words, subjects = told
    for subject in subjects:
        for say in words:
            english = say(subject)
            with override("cy"):
                welsh = say(subject)
            assert english
            assert welsh != english


def test_an_unknown_code_is_shown_as_it_is():
    line = Line("a", "b", 1, "rule", "some_new_reason", {})
    assert (reason_text(line), sums_of(line)) == ("some_new_reason", ())
    assert problem_text(Problem("some_new_problem")) == "some_new_problem"


def test_what_a_file_says_cannot_write_on_the_terminal():
    problem = Problem("not_in_list", "model", {"value": "\x1b[31m" + "x" * 500, "allowed": "a"})
    told = problem_text(problem)
    assert "\x1b" not in told
    assert len(told) < 260


def test_a_part_of_a_penny_is_told_in_pounds():
    told = [row.figure for row in sums_of(week(1_827, "as_delivered"))[0].rows]
    assert told[:2] == ["£18.275", "£18.275"]


def week(pence, why, **more):
    """A week of one visit, as it is stored with its line."""
    visit = {
        "date": "2026-04-06",
        "planned": 30,
        "delivered": 36,
        "why": why,
        "paid_minutes": 30,
        "multiplier": "1",
        "exact_pence": "1827.5",
    }
    inputs = {"week_starts": "2026-04-06", "rate": "36.55", "visits": [visit], **more}
    rule = "time_and_task.week"
    return Line("a", "b", pence, rule, rule, {**inputs, "exact_pence": "1827.5"})


def test_minutes_paid_as_delivered_say_what_they_were_rounded_to():
    def source(line):
        return sums_of(line)[0].rows[0].source

    assert source(week(1828, "as_delivered", rounding_minutes=15)).endswith(
        "30 minutes paid, to the nearest 15 minutes"
    )
    assert "nearest" not in source(week(1828, "as_planned", rounding_minutes=15))
    assert "nearest" not in source(week(1828, "as_delivered"))
    (line,) = lines_of("time_and_task/plain_week")
    assert line.inputs["rounding_minutes"] == 15


def test_what_costs_nothing_is_no_charge_and_a_cost_is_an_agreed_one():
    told = {
        "plan": [{"cost": "0", "exact_pence": "0"}, {"cost": "90.40", "exact_pence": "9040"}],
        "price_pence": 9040,
        "plan_days": 84,
        "days_before": 0,
        "days_after": 84,
        "earned_before_pence": 0,
        "earned_after_pence": 9040,
        "instalment_pence": 9040,
    }
    rule = "outcome_payments.instalment"
    price = sums_of(Line("a", "b", 9040, rule, rule, told))[0]
    assert [row.source for row in price.rows[:2]] == ["no charge", "agreed cost"]


def test_an_outcome_without_a_name_is_not_told_by_its_number():
    rule = "outcome_payments.penalty"
    told = [
        reason_text(Line("a", "b", -1, rule, rule, {"outcome": o})) for o in ("outcome:31", "w")
    ]
    assert told == [
        "Penalty: an outcome was missed through the provider",
        "Penalty: outcome w was missed through the provider",
    ]
