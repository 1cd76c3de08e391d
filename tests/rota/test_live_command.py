"""`whatmatters rota live`, as it is run: the new plan, what it changes in words, exit codes."""

import json

import pytest
import typer
from typer.testing import CliRunner

from tests.fixtures.rota import SMALL, plan, read, small
from whatmatters.rota.management import rota
from whatmatters.rules.rota.plan_files import plan_object

pytestmark = pytest.mark.once
GOOD = plan(
    mo_early=[("ann-up", 430, 0), ("bob-insulin", 480), ("ann-tea", 540)],
    lee_early=[("ann-up", 430, 1)],
)
EVENT = {"format": "whatmatters-rota-event/1", "day": "2026-11-30", "what": "gone", "worker": "mo"}


def live(folder, *options, now="07:45"):
    """(exit code, standard output, standard error) of a day on which something happened."""
    (folder / "day.json").write_text(json.dumps(SMALL))
    (folder / "plan.json").write_text(json.dumps(plan_object(read(small()), GOOD)))
    app = typer.Typer()
    rota.register(app)
    app.command("other")(live)
    files = [str(folder / "day.json"), str(folder / "plan.json"), "--now", now]
    done = CliRunner().invoke(
        app, ["rota", "live", *files, "--iterations", "2000", *map(str, options)]
    )
    return done.exit_code, done.stdout, done.stderr


def told(**event):
    """The options of an event."""
    return [part for key, value in event.items() for part in ("--told", f"{key}={value}")]


def test_a_sick_call_is_planned_and_says_whom_to_ring_and_to_ask(tmp_path):
    (tmp_path / "event.json").write_text(json.dumps(EVENT))
    code, out, err = live(tmp_path, "--event", tmp_path / "event.json")
    assert code == 0
    routes = {row["shift"]: row["stops"] for row in json.loads(out)["routes"]}
    assert [(s["visit"], s["start"]) for s in routes["mo-early"]] == [("ann-up", 430)]
    assert [(s["visit"], s["start"]) for s in routes["lee-early"]] == [
        ("ann-up", 430),
        ("ann-tea", 540),
    ]
    assert "Visit bob-insulin: nobody comes. Before: mo at 08:00." in err
    assert "Visit ann-tea: lee at 09:00. Before: mo at 09:00." in err
    assert "Ring bob: nobody comes for visit bob-insulin." in err
    assert "Ring ann: somebody else comes for visit ann-tea." in err
    assert "Ask another team for somebody with: insulin." in err
    assert "No hard rule is broken." in err


def test_the_same_in_welsh_and_a_late_promise(tmp_path):
    staying = told(what="staying", worker="mo", until="08:35")
    code, _, err = live(tmp_path, *staying, "--language", "cy", now="07:20")
    assert code == 0
    assert "Ymweliad bob-insulin: mo am 08:40. O’r blaen: mo am 08:00." in err
    assert "Ffoniwch bob: mae ymweliad bob-insulin 40 munud yn hwyrach." in err
    assert "Rhaid i ymweliad bob-insulin ddigwydd ar amser ac mae 15 munud yn hwyr." in err


def test_no_reply_that_cannot_be_tried_again_is_named(tmp_path):
    code, _, err = live(tmp_path, *told(what="no_reply", visit="bob-insulin"), now="08:02")
    assert code == 0
    assert "Visit bob-insulin cannot be made any more by 08:25, as was agreed. Ring bob and" in err


@pytest.mark.parametrize(
    ("now", "event", "said"),
    [
        ("7:x", {"what": "gone", "worker": "mo"}, "--now: “7:x” is no time"),
        ("07:45", {"what": "flood"}, "--told: what: “flood” is not one of: staying"),
        ("07:45", {"what": "gone"}, "--told: worker: This key is missing."),
        (
            "07:45",
            {"what": "gone", "worker": "mo", "minutes": 5},
            "--told: minutes: This key says nothing of “gone”: take it out.",
        ),
        ("07:45", {"what": "gone", "worker": "mo", "since": "7.5.1"}, "“7.5.1” is no time"),
        ("07:45", {"what": "gone", "worker": "eve"}, "This worker is not at work then."),
        (
            "07:45",
            {"what": "gone", "worker": "mo", "day": "2026-12-01"},
            "The event is of 2026-12-01, the problem of 2026-11-30.",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(tmp_path, now, event, said):
    code, out, err = live(tmp_path, *told(**event), now=now)
    assert (code, out) == (2, "")
    assert said in err
