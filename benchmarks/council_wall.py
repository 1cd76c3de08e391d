"""What PostgreSQL's wall between councils costs: the pages of `pages.py` with it and without.

    python3 scripts/private_postgres.py .venv/bin/python benchmarks/council_wall.py

Makes a demonstration by the `demo` command and asks for each page inside this process, as a
signed-in user. The arms take turns round by round: with the policies, and with row-level security
switched off by the owner and no session told where it stands, which is the program as it was
before. CPU is this process and its backend; the median of the rounds' ratios is told.
"""

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

from pages import make, wanted  # isort: skip

GOAL = 1.15


def main() -> int:
    """Make the demonstration, then measure it in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", default="60x16")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--times", type=int, default=5, help="requests of each arm in a round")
    parser.add_argument("--made", help="measure this data folder, make nothing")
    asked = parser.parse_args()
    if "DATABASE_URL" not in os.environ:
        raise SystemExit("there is no wall on SQLite: put scripts/private_postgres.py before it")
    if asked.made:
        os.environ["WHATMATTERS_DATA"] = asked.made
        os.environ["DJANGO_SETTINGS_MODULE"] = "whatmatters.config.settings"
        measure(asked.rounds, asked.times)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        make(folder, asked.size)
        shape = ["--rounds", str(asked.rounds), "--times", str(asked.times)]
        subprocess.run([sys.executable, str(HERE), "--made", folder, *shape], check=True)
    return 0


def measure(rounds: int, times: int) -> None:
    """Every page, arms in turn; each page must be the same with the wall and without."""
    import django

    django.setup()
    from page_arms import Cpu, Page

    from whatmatters.records import standing

    with standing.across_councils():
        cpu, pages = Cpu(), {name: found[-1] for name, found in wanted(Page).items()}
    tell = standing.tell
    for name, page in pages.items():
        spent: dict[str, list[float]] = {"with": [], "without": []}
        for n in range(rounds + 1):
            for arm, told in spent.items():
                switch("ENABLE" if arm == "with" else "DISABLE")
                standing.tell = tell if arm == "with" else lambda connection: None
                length = len(page.ask().content)  # plans are made anew after a switch
                gc.collect()
                began = cpu()
                for _ in range(times):
                    page.ask()
                told.append((cpu() - began) / times * 1000)
                if n == 0:
                    told.clear()
                    print(f"  {name}, {arm} the wall: {length} bytes", flush=True)
        ratio = statistics.median(a / b for a, b in zip(*spent.values(), strict=True))
        walled, bare = (statistics.median(told) for told in spent.values())
        print(f"{name}: {walled:.1f} ms, without {bare:.1f} ms, {ratio:.2f} times (goal {GOAL})")
    standing.tell = tell
    switch("ENABLE")


def switch(how: str) -> None:
    """Row-level security of every table with a council, by its owner."""
    from django.db import connections

    from whatmatters.records.council_wall import tables

    owner = connections["owner"]
    with owner.cursor() as cursor:
        cursor.execute(
            "; ".join(f'ALTER TABLE "{t}" {how} ROW LEVEL SECURITY' for t in tables(owner))
        )


if __name__ == "__main__":
    raise SystemExit(main())
