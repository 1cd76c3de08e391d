"""P5: how fast the whole ledger is proved again: chain, balance and once-only.

    .venv/bin/python benchmarks/ledger_proof.py --plans 5000 --runs 4
    python3 scripts/private_postgres.py .venv/bin/python benchmarks/ledger_proof.py

Makes a ledger with payment runs of its own (as `payment_run.py` does) in a temporary folder, then
proves it `--rounds` times by the function behind `whatmatters ledger verify`. Rows are journal
entries and postings; CPU is this process and, on PostgreSQL, its backend.
"""

import argparse
import statistics
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))


from payment_run import cpu, pay, prepare  # isort: skip  (sets Django up: must come first)

from django.db import connection

from tests.fixtures import databases
from tests.fixtures.money import ANCHOR
from whatmatters.payments.queries import verify
from whatmatters.records.standing import across_councils

GOAL = 200_000


def main() -> int:
    """Make, prove, tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plans", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        template = databases.make_template(Path(folder), "bench")
        with databases.own(template, Path(folder) / "data"), across_councils():
            case = prepare(asked.plans)
            for n in range(asked.runs):
                pay(case, ANCHOR + timedelta(days=28 * n))
            prove(asked.rounds)
            connection.close()
    return 0


def prove(rounds: int) -> None:
    """Prove the ledger again and again; it must be whole."""
    speeds = []
    for _ in range(rounds):
        began = cpu()
        report = verify()
        spent = cpu() - began
        if not report.ok:
            raise SystemExit(f"the ledger is not whole: {report.bad}")
        rows = report.entries + report.postings
        speeds.append(rows / spent)
    print(
        f"{connection.vendor}: {rows:,} rows proved, median of {rounds}: "
        f"{statistics.median(speeds):,.0f} rows a CPU second "
        f"({min(speeds):,.0f} to {max(speeds):,.0f}; goal {GOAL:,})"
    )


if __name__ == "__main__":
    sys.exit(main())
