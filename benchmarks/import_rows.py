"""A file of 100,000 people taken in, and refused: wall time, CPU and peak memory, from outside.

    .venv/bin/python benchmarks/import_rows.py
    .venv/bin/python benchmarks/import_rows.py --rows 100000 --days 360

People are looked for among those born on the same or nearly the same day, so that fewer days make
more work: 21,915 days are a county's, 360 days the worst that anybody would hand in.

Each step is a command of its own in a new temporary data folder: once with a fault in the last row
(everything is read and written, and all of it undone), once whole, and once again (nothing
changes). Peak memory is that of the largest process so far, so the small file goes first.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

# Sixty years, as the people of a county; and a step that goes round all of their days.
FIRST_BORN, DAYS_BORN, STEP = date(1920, 1, 1), 21_915, 7_919
HEAD = "person_id,full_name,known_as,born,language,postcode,disabled,died_on\n"
COMMAND = [sys.executable, "-m", "whatmatters.config.cli"]


def main() -> int:
    """Run the steps and tell each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--days", type=int, default=DAYS_BORN, help="how many days of birth")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "WHATMATTERS_DATA": f"{folder}/data", "NO_COLOR": "1"}
        for verb in (
            ["migrate"],
            ["council", "add", "gwynedd"],
            ["user", "add", "huw", "--name", "Huw Lewis", "--council", "W06000002"],
            ["user", "role", "huw", "commissioner", "--council", "W06000002"],
        ):
            subprocess.run([*COMMAND, *verb], env=env, check=True, capture_output=True)
        files = Path(folder) / "files"
        files.mkdir()
        for told, rows, fault in (
            ("1,000 rows, the last one wrong", 1000, True),
            (f"{asked.rows:,} rows, the last one wrong", asked.rows, True),
            (f"{asked.rows:,} rows, whole", asked.rows, False),
            (f"{asked.rows:,} rows, the same again", asked.rows, False),
        ):
            write(files / "people.csv", rows, fault=fault, days=asked.days)
            print(f"{told}: {one(files, env)}", flush=True)
    return 0


def write(path: Path, rows: int, *, fault: bool, days: int) -> None:
    """So many invented people, born on so many days; the last one on an impossible one."""
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        for n in range(rows):
            day = FIRST_BORN + timedelta(days=n * STEP % days)
            born = "31/02/1944" if fault and n == rows - 1 else day.isoformat()
            out.write(f"P-{n:07},Person Number {n},,{born},cy,LL21 0HA,no,\n")


def one(files: Path, env: dict[str, str]) -> str:
    """One command: what it said at its end, and what it took."""
    began, before = time.monotonic(), cpu()
    done = subprocess.run(
        [*COMMAND, "import", str(files), "--by", "huw"], env=env, capture_output=True, text=True
    )
    wall, used = time.monotonic() - began, cpu() - before
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    said = done.stdout.strip().splitlines()[-1] if done.stdout else done.stderr[-300:]
    return f"{wall:.0f} s by the clock, {used:.1f} CPU seconds, at most {peak:.0f} MiB: {said}"


def cpu() -> float:
    """CPU seconds of every command so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
