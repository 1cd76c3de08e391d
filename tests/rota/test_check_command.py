"""`whatmatters rota check`, as it is run: words, one JSON object, exit codes."""

import json

import pytest
import typer
from typer.testing import CliRunner

from tests.fixtures.rota import SMALL
from whatmatters.rota.management import rota

pytestmark = pytest.mark.once
STOPS = [
    {"visit": "ann-up", "start": 430},
    {"visit": "bob-insulin", "start": 480},
    {"visit": "ann-tea", "start": 540},
]
LEGAL = [
    {"shift": "mo-early", "stops": STOPS},
    {"shift": "lee-early", "stops": [{"visit": "ann-up", "part": 2, "start": 430}]},
]


def run(folder, routes, *options, **changes):
    """(exit code, standard output, standard error) of the check of these routes."""
    told = {"format": "whatmatters-rota-plan/1", "day": "2026-11-30", "routes": routes, **changes}
    (folder / "day.json").write_text(json.dumps(SMALL))
    (folder / "plan.json").write_text(json.dumps(told))
    app = typer.Typer()
    rota.register(app)
    app.command("other")(run)
    files = [str(folder / "day.json"), str(folder / "plan.json")]
    done = CliRunner().invoke(app, ["rota", "check", *files, *options])
    return done.exit_code, done.stdout, done.stderr


def test_a_legal_plan_is_told_tier_by_tier(tmp_path):
    code, out, err = run(tmp_path, LEGAL)
    assert (code, err) == (0, "")
    assert "No hard rule is broken." in out
    assert "Free minutes in all shifts: 335" in out


def test_a_broken_rule_is_a_sentence_in_both_languages(tmp_path):
    alone = [{"shift": "mo-early", "stops": STOPS}]
    code, out, _ = run(tmp_path, alone)
    assert code == 3
    assert "Visit ann-up needs 2 workers; 1 would be there." in out
    code, out, _ = run(tmp_path, alone, "--language", "cy")
    assert code == 3
    assert "Mae ar ymweliad ann-up angen 2 o weithwyr; byddai 1 yno." in out


def test_one_object_for_other_programs(tmp_path):
    code, out, _ = run(tmp_path, LEGAL, "--json")
    told = json.loads(out)
    assert (code, told["legal"], told["broken"]) == (0, True, [])
    assert {t["code"]: t["minutes"] for t in told["tiers"]}["travel"] == 50


def test_a_plan_of_another_day_is_refused(tmp_path):
    code, out, err = run(tmp_path, LEGAL, day="2026-12-01")
    assert (code, out) == (2, "")
    assert "The plan is of 2026-12-01, the problem of 2026-11-30." in err


def test_the_same_shift_twice_is_refused(tmp_path):
    code, _, err = run(tmp_path, [LEGAL[0], LEGAL[0]])
    assert code == 2
    assert "“mo-early” is there twice" in err
