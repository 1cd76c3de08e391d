"""Running the demonstration as its user does: the command, in a process of its own."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from tests.fixtures.databases import ROOT, Database
from whatmatters.demo.calendar import calendar_of
from whatmatters.demo.stage.setting import Wanted
from whatmatters.places.queries import read_locality


def wanted() -> Wanted:
    """A small demonstration, for tests that live it themselves."""
    calendar = calendar_of(until=date(2026, 11, 22), weeks=9)
    return Wanted(read_locality("gwynedd"), people=10, seed=3, calendar=calendar)


def run(database: Database, *args: str) -> subprocess.CompletedProcess[str]:
    """The command's exit code and what it said."""
    command = [sys.executable, "-m", "whatmatters.config.cli", "demo", "--no-serve", *args]
    return subprocess.run(
        command, env=database.env, cwd=ROOT, capture_output=True, text=True, check=False
    )


def lived(database: Database, *args: str) -> dict[str, Any]:
    """What it came to, as `--json` says it."""
    done = run(database, "--json", *args)
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(json.loads(done.stdout))


def locality_folder(folder: Path) -> Path:
    """An empty folder where somebody expects the files of a place."""
    empty = folder / "nowhere"
    empty.mkdir()
    return empty
