"""The whole test suite on SQLite, then on PostgreSQL as the plain role where it is installed.

    python3 do.py test                   everything
    python3 do.py test tests/rules -x    what pytest would take

Ends with one line of totals over both; exit code 1 when anything failed.
"""

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from pathlib import Path

from private_postgres import programs, server

ROOT = Path(__file__).resolve().parent.parent
WORKERS = ["-n", "auto", "--maxprocesses", "8", "--dist", "worksteal"]


def suite(name: str, arguments: list[str], variables: dict[str, str]) -> dict[str, int]:
    """Run pytest once; how many passed, failed and were skipped."""
    print(f"== tests on {name}", flush=True)
    env = {key: value for key, value in os.environ.items() if not key.startswith("DATABASE_")}
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        command = [sys.executable, "-m", "pytest", f"--junitxml={report}"]
        done = subprocess.run([*command, *arguments], cwd=ROOT, env={**env, **variables})
        counts = _counts(report)
    if done.returncode and not counts["failed"]:
        counts["failed"] = 1  # pytest itself could not run
    print(f"== tests on {name}: {time.monotonic() - began:.0f} s", flush=True)
    return counts


def _counts(report: Path) -> dict[str, int]:
    if not report.exists():
        return {"passed": 0, "failed": 0, "skipped": 0}
    found = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for part in ET.parse(report).getroot().iter("testsuite"):
        for key in found:
            found[key] += int(part.get(key, 0))
    failed = found["failures"] + found["errors"]
    passed = found["tests"] - failed - found["skipped"]
    return {"passed": passed, "failed": failed, "skipped": found["skipped"]}


def on_postgresql(arguments: list[str]) -> dict[str, int]:
    """The same suite beside a private server, or nothing where there is no PostgreSQL."""
    home = programs()
    if home is None:
        print("== PostgreSQL is not installed: its half of the tests is left out", flush=True)
        return {}
    with server(home) as variables:
        return suite("PostgreSQL, as the plain role", arguments, variables)


def main(arguments: list[str]) -> int:
    """Run both halves and add them up."""
    arguments = arguments or WORKERS
    halves = [suite("SQLite", arguments, {}), on_postgresql(arguments)]
    total = {
        key: sum(half.get(key, 0) for half in halves) for key in ("passed", "failed", "skipped")
    }
    print("{passed} passed, {failed} failed, {skipped} skipped".format(**total))
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
