"""Rules hold no numbers: a number is dated policy, a term of the agreement, or a named constant.

Outside the money, a constant in capitals at the top of its module may bound what is read or kept.
In the money, only the ones typed below may stand: facts of the calendar and of the number system,
and guards on reading.
"""

import ast
from pathlib import Path

import pytest

RULES = Path(__file__).parents[2] / "whatmatters" / "rules"
PLAIN = {0, 1, 2, 100}
MONEY = {
    "money.py": {"PENCE_IN_A_POUND": 100, "TEN": 10},
    "money_text.py": {"FACTORS_OF_TEN": (2, 5)},
    "minutes.py": {"MINUTES_IN_AN_HOUR": 60, "MINUTES_IN_A_DAY": 1440},
    "periods.py": {
        "PERIOD_DAYS": 28,
        "DAYS_IN_A_WEEK": 7,
        "PERIODS_IN_A_YEAR": 13,
        "WEEKS_IN_A_YEAR": 52,
        "MONDAY": 0,
    },
    "working_days.py": {"WORKING_WEEKDAYS": 5},
    "reading.py": {"MOST_DIGITS": 15, "MOST_PLACES": 15},
    "toml_places.py": {"TRIPLE": 3},
    "case_files.py": {},
    "commissioning.py": {},
    "corrections.py": {},
    "effective.py": {},
    "instalments.py": {},
    "ledger.py": {},
    "hash_chain.py": {},
    "remittance.py": {},
    "stored_terms.py": {},
    "measures/wilson.py": {},
    "commissioning_models/outcome_payments/evidence.py": {"TENTHS": 10},
    "commissioning_models/shift_split/terms.py": {"FUNDERS": 2},
    "commissioning_models/community_outcome/difference.py": {"MOST_PEOPLE": 10_000_000},
    "commissioning_models/community_outcome/statement.py": {"PLACES": 4},
}
# Exit codes are an enum's members, and say what a program ends with.
ENUM_NUMBERS = {"case_files.py": {2, 3}}
FILES = sorted(RULES.rglob("*.py"))


def in_the_money(name):
    """Whether a module's constants are typed above."""
    return name in MONEY or name.startswith(("commissioning_models/", "charging/"))


def may_stand(name, node):
    """Whether a statement at the top of a module may hold a number."""
    if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
        return False
    constant = node.targets[0].id
    return constant in MONEY.get(name, {}) if in_the_money(name) else constant.isupper()


def numbers_in(path):
    """(line, number) of every number that is not plain, named, or an exit code."""
    name = path.relative_to(RULES).as_posix()
    tree = ast.parse(path.read_text("utf-8"))
    top = (node for node in tree.body if may_stand(name, node))
    allowed = {id(inner) for node in top for inner in ast.walk(node)}
    plain = PLAIN | ENUM_NUMBERS.get(name, set())
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in allowed:
            continue
        if type(node.value) in (int, float, complex) and node.value not in plain:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(RULES).as_posix())
def test_a_rule_names_no_number(path):
    assert list(numbers_in(path)) == []


def test_the_named_numbers_are_what_they_are():
    for name, expected in MONEY.items():
        tree = ast.parse((RULES / name).read_text("utf-8"))
        found = {
            node.targets[0].id: ast.literal_eval(node.value)
            for node in tree.body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id in expected
        }
        assert found == expected


def test_the_test_can_see_a_number(tmp_path, monkeypatch):
    planted = RULES / "planted.py"
    monkeypatch.setattr(Path, "read_text", lambda *_args, **_kw: "def rate():\n    return 0.8\n")
    assert list(numbers_in(planted)) == [(2, 0.8)]
