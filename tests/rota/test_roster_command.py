"""`whatmatters rota roster` and `check-roster`, as they are run: words, files, exit codes."""

import json

import pytest
import typer
from typer.testing import CliRunner

from tests.fixtures.roster_weeks import WEEK, changed
from whatmatters.rota.management import rota

pytestmark = pytest.mark.once


def run(verb, *args):
    app = typer.Typer()
    rota.register(app)
    app.command("other")(run)
    done = CliRunner().invoke(app, ["rota", verb, *map(str, args)])
    return done.exit_code, done.stdout, done.stderr


def written(folder, name, told):
    path = folder / name
    path.write_text(told if isinstance(told, str) else json.dumps(told))
    return path


def test_a_roster_is_made_and_the_checker_takes_it(tmp_path):
    path = written(tmp_path, "weeks.json", WEEK)
    out = tmp_path / "roster.json"
    code, said, told = run("roster", path, "--out", out)
    assert (code, said) == (0, "")
    assert "No hard rule is broken." in told
    assert "No roster is better: this is proved." in told
    roster = json.loads(out.read_text())
    assert roster["format"] == "whatmatters-roster-plan/1"
    assert [turn["turn"] for turn in roster["turns"]] == [
        "mon-early",
        "mon-late",
        "tue-early",
        "sat-late",
    ]
    code, said, _ = run("check-roster", path, out, "--json")
    judged = json.loads(said)
    assert (code, judged["legal"], judged["broken"]) == (0, True, [])


def test_a_broken_rule_is_a_sentence_in_both_languages(tmp_path):
    path = written(tmp_path, "weeks.json", WEEK)
    turns = [{"turn": "mon-late", "workers": [{"worker": "lee"}]}]
    told = {"format": "whatmatters-roster-plan/1", "day": "2026-12-07", "turns": turns}
    roster = written(tmp_path, "roster.json", told)
    code, said, _ = run("check-roster", path, roster)
    assert code == 3
    assert "Turn mon-late: lee cannot work the whole of it." in said
    code, said, _ = run("check-roster", path, roster, "--language", "cy")
    assert code == 3
    assert "Tro mon-late: ni all lee weithio’r cyfan ohono." in said


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("", "The file cannot be read as JSON"),
        (changed(weeks=5), "weeks: 5 is too large: the most is 4."),
        (changed("turns", "mon-late", starts=None), "turns.mon-late.starts: This key is missing."),
        (changed("turns", "mon-late", on="7/12/2026"), "turns.mon-late.on: “7/12/2026” is no day"),
        (
            changed("turns", "mon-late", on="2026-12-14"),
            "2026-12-14 does not lie in the 1 weeks that begin on 2026-12-07.",
        ),
        (
            changed("turns", "mon-late", id="mon-early"),
            "turns.mon-early: “mon-early” is",
        ),
        (changed("turns", "mon-late", ends="15:00"), "This shift ends before it starts"),
        (changed("turns", "mon-late", ends="29:01"), "This shift is longer than 780 minutes"),
        (
            changed("turns", "mon-late", ends="2026-12-07T22:00:30+00:00"),
            "turns.mon-late: Write the times of this turn in whole minutes.",
        ),
        (
            changed("turns", "mon-early", break_minutes=19),
            "turns.mon-early: A turn above 360 minutes needs a break of 20 minutes at the least",
        ),
        (
            changed("workers", "mo", week_minutes={"least": 2, "most": 1}),
            "workers.mo.week_minutes: The least minutes of a week are more than the most",
        ),
        (
            changed("workers", "mo", keeps=[{"turn": "mon-late", "part": 2}]),
            "workers.mo.keeps: “mon-late” is not among the turns",
        ),
        (
            changed("workers", "lee", keeps=[{"turn": "mon-late"}]),
            "What was promised cannot hold: Turn mon-late: lee cannot work the whole of it.",
        ),
        (
            changed("turns", "tue-early", on="2026-03-29", starts="01:30"),
            "turns.tue-early.starts: The clocks skip 01:30 in this night",
        ),
    ],
)
def test_what_cannot_be_rostered_is_named_by_its_record(tmp_path, raw, told):
    code, said, error = run("roster", written(tmp_path, "weeks.json", raw))
    assert (code, said) == (2, "")
    assert told in " ".join(error.split())


def test_a_roster_of_other_weeks_or_with_a_place_twice_is_refused(tmp_path):
    path = written(tmp_path, "weeks.json", WEEK)
    both = [{"worker": "mo"}, {"worker": "kit"}]
    told = {"format": "whatmatters-roster-plan/1", "day": "2026-12-07"}
    twice = told | {"turns": [{"turn": "mon-late", "workers": both}]}
    code, _, error = run("check-roster", path, written(tmp_path, "r.json", twice))
    assert code == 2
    assert "turns.mon-late: Place 1 is given twice: one worker has it." in error
    other = told | {"day": "2026-12-14", "turns": []}
    code, _, error = run("check-roster", path, written(tmp_path, "r.json", other))
    assert code == 2
    assert "The plan is of 2026-12-14, the problem of 2026-12-07." in error
