"""Running the demonstration as its user does: the command, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.fixtures.databases import ROOT, Database


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
