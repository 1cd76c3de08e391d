"""The hazard log names real tests, and an open hazard says what is missing."""

import tomllib

from tests.fixtures.sources import ROOT, functions

HAZARDS = tomllib.loads((ROOT / "docs" / "hazard-log.toml").read_text(encoding="utf-8"))["hazard"]


def test_every_named_test_exists() -> None:
    missing = []
    for where in [test for hazard in HAZARDS for test in hazard["tests"]]:
        name, _, function = where.partition("::")
        file = ROOT / name
        if not file.exists() or function not in {f.name for f in functions(file)}:
            missing.append(where)
    assert missing == []


def test_a_hazard_is_proved_or_open() -> None:
    assert [h["id"] for h in HAZARDS if bool(h["tests"]) == ("missing" in h)] == []


def test_ids_are_used_once_and_no_control_makes_it_likelier() -> None:
    assert len({h["id"] for h in HAZARDS}) == len(HAZARDS)
    for hazard in HAZARDS:
        assert 1 <= hazard["likelihood_after"] <= hazard["likelihood"] <= 5
        assert 1 <= hazard["severity"] <= 5
