"""Golden cases: each case file, worked by hand in its comments, against its typed expectation."""

import tomllib
from pathlib import Path

import pytest

from whatmatters.policy.queries import rules_on, with_defaults
from whatmatters.rules.case_files import assess_text, exit_code
from whatmatters.rules.commissioning import Problem, Problems

CASES = Path(__file__).parents[1] / "cases"
FILES = sorted(path for path in CASES.glob("*/*.toml") if not path.name.endswith(".expected.toml"))
GOOD = [path for path in FILES if not path.name.startswith("bad_")]
BAD = [path for path in FILES if path.name.startswith("bad_")]


def expected_of(path: Path) -> dict:
    """What the companion file says."""
    return tomllib.loads(path.with_suffix(".expected.toml").read_text("utf-8"))


def named(path: Path) -> str:
    """A test's name."""
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", GOOD, ids=named)
def test_a_golden_case_comes_to_the_penny(path):
    _case, statement = assess_text(path.read_text("utf-8"), with_defaults, rules_on)
    expected = expected_of(path)
    got = [
        {"rule": line.rule, "subject": line.subject, "payer": line.payer, "pence": line.pence}
        for line in statement.lines
    ]
    assert got == [{"rule": "time_and_task.week", **line} for line in expected["lines"]]
    assert dict(statement.carried) == {}


@pytest.mark.parametrize("path", BAD, ids=named)
def test_a_bad_case_names_every_problem_with_its_place(path):
    with pytest.raises(Problems) as refused:
        assess_text(path.read_text("utf-8"), with_defaults, rules_on)
    problems = refused.value.problems
    expected = expected_of(path)
    assert exit_code(problems) == expected["exit"]
    assert [{"code": p.code, "key": p.where, "line": p.line} for p in problems] == expected[
        "problems"
    ]


def test_two_refusals_have_an_exit_code_of_their_own_whatever_else_is_wrong():
    for code in ("second_extension", "spend_beyond_balance"):
        assert exit_code((Problem("missing_key"), Problem(code))) == 3
    assert exit_code((Problem("missing_key"),)) == 2


@pytest.mark.parametrize("model", ["time_and_task", "outcome_payments"])
def test_each_model_has_ten_golden_cases_and_bad_ones(model):
    assert sum(path.parent.name == model for path in GOOD) >= 10
    assert sum(path.parent.name == model for path in BAD) >= 5
