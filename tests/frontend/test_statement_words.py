"""What a statement's lines say, in both languages, down to the arithmetic."""

from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import override

from whatmatters.frontend.problem_words import problem_text
from whatmatters.frontend.statement_words import reason_text, sums_of
from whatmatters.policy.queries import rules_on, with_defaults
from whatmatters.rules.case_files import assess_text
from whatmatters.rules.commissioning import Line, Problem, Problems
from whatmatters.rules.corrections import Corrected, differences

CASES = Path(__file__).parents[1] / "cases"


def lines_of(name):
    """The lines of a golden case."""
    text = (CASES / f"{name}.toml").read_text("utf-8")
    return assess_text(text, with_defaults, rules_on)[1].lines


def figures(line):
    """Every figure of a line's tables."""
    return [row.figure for sums in sums_of(line) for row in sums.rows]


def test_a_late_fact_shows_what_was_posted_what_is_right_and_why():
    (line,) = lines_of("time_and_task/plain_week")
    key = Corrected(7, date(2026, 4, 6), line.rule, line.subject)
    posted = {key: {("Council", "Provider"): 4480}}
    (late,) = differences(posted, {key: [line]})[key]
    assert reason_text(late) == (
        "Correction of the period from 6 April 2026, for a fact that came late or was put right"
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
