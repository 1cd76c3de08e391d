"""Of all money code, only charging reads check-ins, beside time and task, which is paid by them."""

import ast
from pathlib import Path

import pytest

from tests.fixtures.sources import PACKAGE, product, tree

pytestmark = pytest.mark.once

MONEY = {"payments", "commissioning", "charging"}
NAMES = {"visits", "VisitFacts", "PackageVisit", "bundle_facts", "BundleFacts", "BundleDay"}
READERS = {
    # payments gives them to time_and_task alone (tests/rules/test_walls.py)
    "payments/services/evidence.py",
    "payments/services/frozen.py",
    "payments/services/assessing.py",
    "payments/services/bundles.py",  # and these to bundled_hours
    "charging/queries/week_facts.py",
    "charging/queries/bundles.py",
}


def reads_visits(file: Path) -> bool:
    """Whether a module takes visits from the context that keeps them."""
    imports = [n for n in ast.walk(tree(file)) if isinstance(n, ast.ImportFrom)]
    return any(
        (node.module or "").startswith("whatmatters.delivery")
        and NAMES & {alias.name for alias in node.names}
        for node in imports
    )


def test_who_reads_check_ins() -> None:
    found = {f.relative_to(PACKAGE).as_posix() for f in product() if reads_visits(f)}
    assert {one for one in found if one.split("/")[0] in MONEY} <= READERS
    assert "charging/queries/week_facts.py" in found


def test_nothing_that_pays_reads_a_charge() -> None:
    below = [f for f in product() if f.relative_to(PACKAGE).parts[0] in MONEY - {"charging"}]
    told = [f.name for f in below if "whatmatters.charging" in f.read_text("utf-8")]
    assert told == []
