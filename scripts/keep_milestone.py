"""Keep a small database of this milestone, so that later versions prove that they can upgrade it.

    python scripts/keep_milestone.py 0.1.0

Writes tests/milestones/0.1.0.sqlite3.xz, and beside a PostgreSQL (scripts/private_postgres.py)
tests/milestones/0.1.0.pgdump: a demonstration of a few people, as `whatmatters backup` keeps it.
"""

import lzma
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "milestones"
COMMAND = [sys.executable, "-m", "whatmatters.config.cli"]
LIFE = ["--people", "6", "--weeks", "12", "--until", "2026-11-22", "--seed", "1", "--no-serve"]


def keep(version: str) -> Path:
    """Live, back up, and put the file where the tests find it."""
    KEPT.mkdir(exist_ok=True)
    postgresql = "DATABASE_URL" in os.environ
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "WHATMATTERS_DATA": folder}
        backup = Path(folder, "backup")
        subprocess.run([*COMMAND, "demo", *LIFE], env=env, cwd=ROOT, check=True)
        subprocess.run([*COMMAND, "backup", str(backup)], env=env, cwd=ROOT, check=True)
        name = f"{version}.pgdump" if postgresql else f"{version}.sqlite3.xz"
        held = backup.read_bytes()
        (KEPT / name).write_bytes(held if postgresql else lzma.compress(held, preset=9))
    return KEPT / name


if __name__ == "__main__":
    sys.stderr.write(f"{keep(sys.argv[1])}\n")
