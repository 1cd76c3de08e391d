"""Golden cases: each case file, worked by hand in its comments, against its typed expectation."""

import tomllib
from pathlib import Path

import pytest

from whatmatters.policy.queries import dated_rules, with_defaults
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
    case, statement = assess_text(path.read_text("utf-8"), with_defaults, dated_rules())
    expected = expected_of(path)
    got = [
        {
            "rule": line.rule,
            "subject": line.subject,
            "payer": line.payer,
            "payee": line.payee,
            "pence": line.pence,
        }
        for line in statement.lines
    ]
    usual = {"rule": "time_and_task.week", "payee": case.agreement.payee}
    assert got == [{**usual, **line} for line in expected["lines"]]
    assert dict(statement.carried) == expected.get("carried", {})


@pytest.mark.parametrize("path", BAD, ids=named)
def test_a_bad_case_names_every_problem_with_its_place(path):
    with pytest.raises(Problems) as refused:
        assess_text(path.read_text("utf-8"), with_defaults, dated_rules())
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


@pytest.mark.parametrize(
    ("model", "least"),
    [
        ("time_and_task", 10),
        ("outcome_payments", 10),
        ("bundled_hours", 8),
        ("patch_block", 8),
        ("shift_split", 8),
        ("individual_service_fund", 8),
        ("direct_payment", 8),
        ("short_term", 8),
        ("introductory_agency", 8),
        ("community_outcome", 8),
    ],
)
def test_each_model_has_its_golden_cases_and_bad_ones(model, least):
    assert sum(path.parent.name == model for path in GOOD) >= least
    assert sum(path.parent.name == model for path in BAD) >= 5
