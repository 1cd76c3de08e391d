"""`whatmatters rota week`, as it is run: by two processes of which one is killed."""

import os
import signal
import subprocess
import time
from datetime import timedelta
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tests.fixtures.case import STARTS, moment
from tests.fixtures.command import COMMAND
from tests.fixtures.databases import Database
from tests.fixtures.visited import PILLS, UP, Visited, a_visited_person, agree, write
from whatmatters.access.models import User
from whatmatters.access.services import mark_installation
from whatmatters.rota.management import rota
from whatmatters.rota.models import DayPlan, DayStop
from whatmatters.rota.services import (
    AbilityGiven,
    ShiftGiven,
    make_day_plan,
    say_ability,
    write_shift,
)
from whatmatters.rules.roles import InstallationKind
from whatmatters.rules.rota.day_file import Mode

pytestmark = pytest.mark.once
DAYS = [STARTS + timedelta(days=n) for n in (0, 1, 6)]
AFTER = STARTS + timedelta(days=7)


@pytest.fixture
def seen(own_database: Database) -> Visited:
    """Mo works on three days of the week and the day after it."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    found = a_visited_person()
    agree(found, write(found, UP, PILLS))
    asked = {"by": found.case.manager, "at": moment(STARTS), "on": STARTS}
    say_ability(**asked, given=AbilityGiven(found.team_id, found.workers["Mo"], Mode.WALK))
    for day in (*DAYS, AFTER):
        given = ShiftGiven(found.team_id, found.workers["Mo"], day, 420, 840)
        write_shift(**asked, given=given)
    return found


def asked(seen: Visited) -> list[str]:
    name = User.objects.get(pk=seen.case.manager.user_id).username
    first = STARTS.isoformat()
    return ["rota", "week", "--first", first, "--by", name, "--processes", "2"]


def plans() -> list[tuple[object, ...]]:
    """The newest plan of each day, by who comes when."""
    newest = {plan.on: plan.pk for plan in DayPlan.objects.order_by("id")}
    rows = DayStop.objects.filter(day_visit__plan_id__in=newest.values())
    told = ("day_visit__plan__on", "day_visit__visit__number", "start", "shift_id")
    return list(rows.order_by(*told).values_list(*told))


def test_plans_are_the_same_one_by_one_and_by_two_processes_of_which_one_is_killed(
    seen: Visited, own_database: Database
) -> None:
    by = {"by": seen.case.manager, "at": moment(STARTS), "on": STARTS}
    for day in DAYS:
        make_day_plan(**by, team_id=seen.team_id, day=day)
    one_by_one = plans()
    code, told, said = _with_one_killed(asked(seen), own_database.env)
    assert code == 0, said
    assert "A process ended early: its days are planned again." in said
    assert "3 teams’ days." in told
    # Nobody at work helps with tablets: one of two visits a day.
    assert "3 of 6 visits are planned." in told
    newest = DayPlan.objects.order_by("-id")[: len(DAYS)]
    assert {plan.on for plan in newest} == set(DAYS), "and no other day"
    assert plans() == one_by_one


def _with_one_killed(arguments: list[str], env: dict[str, str]) -> tuple[int, str, str]:
    """Runs the command and kills, once, a process of its pool as soon as it is there."""
    env = {**env, "COLUMNS": "400", "NO_COLOR": "1"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    running = subprocess.Popen([*COMMAND, *arguments], env=env, **pipes)
    while running.poll() is None:
        found = _spawned_by(running.pid)
        if found:
            os.kill(found[0], signal.SIGKILL)
            break
        time.sleep(0.01)
    told, said = running.communicate()
    return running.returncode, told, said


def _spawned_by(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [
        int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]


def said(arguments: list[str]) -> tuple[int, str, str]:
    app = typer.Typer()
    rota.register(app)
    app.command("other")(said)
    done = CliRunner().invoke(app, arguments)
    return done.exit_code, done.stdout, done.stderr


def test_a_week_in_which_nobody_works_and_a_name_that_nobody_has(seen: Visited) -> None:
    later, unknown, wrong = asked(seen), asked(seen), asked(seen)
    later[3] = (STARTS + timedelta(days=14)).isoformat()
    assert said(later) == (0, "Nobody of your teams is at work in this week yet.\n", "")
    unknown[5] = "nobody"
    assert said(unknown) == (2, "", "Nobody signs in as nobody.\n")
    wrong[3] = "Monday"
    assert said(wrong) == (2, "", "Monday is not a date such as 2026-04-06.\n")
