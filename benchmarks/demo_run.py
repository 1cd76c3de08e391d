"""The demonstration as a user starts it: wall time, CPU and peak memory, from outside.

    .venv/bin/python benchmarks/demo_run.py
    .venv/bin/python benchmarks/demo_run.py --rounds 3 --people 240 --weeks 30

Each round runs `python3 do.py demo --no-serve` in a new temporary data folder (the set-up of the
virtual environment is done once before and is not counted). CPU is of all processes that the
command starts; peak memory is that of the largest one. With DATABASE_URL the server's own CPU and
memory are not in the figures. Wall time is told and never gated: machines are shared.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UNTIL = "2026-11-22"


def main() -> int:
    """Run the rounds and tell each, then the medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--people", type=int, default=240)
    parser.add_argument("--weeks", type=int, default=30)
    asked = parser.parse_args()
    subprocess.run(["python3", "do.py", "whatmatters", "--help"], cwd=ROOT, capture_output=True)
    told = [one(asked.people, asked.weeks) for _ in range(asked.rounds)]
    wall, cpu = (statistics.median(values) for values in zip(*told, strict=True))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{asked.people} people, {asked.weeks} weeks, median of {asked.rounds}: "
        f"{wall:.0f} s by the clock, {cpu:.1f} CPU seconds, at most {peak:.0f} MiB"
    )
    return 0


def one(people: int, weeks: int) -> tuple[float, float]:
    """One demonstration: seconds by the clock and CPU seconds."""
    command = ["python3", "do.py", "demo", "--no-serve", "--json", "--until", UNTIL]
    command += ["--people", str(people), "--weeks", str(weeks)]
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "WHATMATTERS_DATA": folder}
        began, before = time.monotonic(), _children()
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
        wall, cpu = time.monotonic() - began, _children() - before
    if not done.stdout.startswith("{"):
        raise SystemExit(done.stderr[-2000:])
    facts = json.loads(done.stdout)
    print(
        f"  {wall:.0f} s by the clock, {cpu:.1f} CPU seconds; {facts['place']}, "
        f"{facts['days']} days, {facts['ledger_entries']:,} ledger entries, "
        f"whole: {facts['ledger_ok']}, missing: {facts['missing']}, "
        f"digest {facts['digest'][:16]}",
        flush=True,
    )
    return wall, cpu


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
