"""An eleventh way of paying is one module, its words, its defaults and two lines: nothing else.

A copy of the product gets the toy model of `tests/fixtures/eleventh` exactly as the guide says,
and its own command assesses a case of it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import whatmatters

PRODUCT = Path(whatmatters.__file__).parent
TOY = Path(__file__).resolve().parents[1] / "fixtures" / "eleventh"
# What the guide has somebody write anew, and where it has them add a line.
NEW = {
    "standing_fee.py": "rules/commissioning_models/standing_fee.py",
    "standing_fee_words.py": "frontend/statement_models/standing_fee.py",
    "defaults.toml": "policy/defaults/standing_fee.toml",
    "case.toml": "policy/cases/standing_fee.toml",
}
LINES = {
    "rules/commissioning_models/__init__.py": [
        ("    short_term,\n    time_and_task,\n", "    standing_fee,\n"),
        ('    "community_outcome": community_outcome,\n', '    "standing_fee": standing_fee,\n'),
    ],
    "frontend/statement_models/__init__.py": [
        ("    short_term,\n)\nfrom", "    standing_fee,\n"),
        ("    community_outcome,\n)\nREASONS", "    standing_fee,\n"),
    ],
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The product with the toy model in it; whatever it does not touch is only linked."""
    package = tmp_path / "whatmatters"
    linked(PRODUCT, package, {Path(place) for place in (*NEW.values(), *LINES)})
    for name, place in NEW.items():
        (package / place).write_text((TOY / name).read_text("utf-8"), "utf-8")
    for place, additions in LINES.items():
        text = (PRODUCT / place).read_text("utf-8")
        for after, line in additions:
            assert text.count(after) == 1, f"{place}: {after!r}"
            text = text.replace(after, with_line(after, line))
        (package / place).write_text(text, "utf-8")
    return tmp_path


def with_line(after: str, line: str) -> str:
    """The line put behind the first entry that `after` names."""
    first, rest = after.split("\n", 1)
    return f"{first}\n{line}{rest}"


def linked(source: Path, target: Path, touched: set[Path]) -> None:
    """A tree of links to `source`, with folders of its own where something in them is touched."""
    target.mkdir()
    heads = {path.parts[0] for path in touched}
    for one in source.iterdir():
        below = {Path(*p.parts[1:]) for p in touched if p.parts[0] == one.name and p.parts[1:]}
        if one.is_dir() and below:
            linked(one, target / one.name, below)
        elif one.name not in heads and one.name != "__pycache__":
            (target / one.name).symlink_to(one)


def assess(copy: Path, case: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "whatmatters.config.cli", "assess", str(case), "--json"]
    env = {key: value for key, value in os.environ.items() if not key.startswith("DJANGO_")}
    env |= {"PYTHONPATH": str(copy), "WHATMATTERS_DATA": str(copy / "data")}
    env["PYTHONDONTWRITEBYTECODE"] = "1"  # nothing is kept of a copy that goes
    return subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True)


def test_a_toy_model_is_assessed_once_its_files_and_lines_are_there(copy: Path) -> None:
    done = assess(copy, TOY / "case.toml")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["model"] == "standing_fee"
    lines = [(line["payer"], line["pence"], line["reason"]) for line in told["lines"]]
    reason = "2.5 weeks at the standing fee"
    assert lines == [("Council", 16894, reason), ("Health board", 5631, reason)]


def test_without_its_line_in_the_registry_it_is_no_model(tmp_path: Path) -> None:
    """Control arm: the product as it is refuses the same case by the name of its model."""
    linked(PRODUCT, tmp_path / "whatmatters", set())
    done = assess(tmp_path, TOY / "case.toml")
    assert done.returncode == 2
    assert "“standing_fee” is not one of" in done.stderr
