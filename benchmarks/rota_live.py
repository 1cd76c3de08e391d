"""A neighbourhood's day re-planned when somebody stays with a person: 24 events, as measured.

    .boot/dev/bin/python benchmarks/rota_live.py [--moves 400000 --long 4000000 --events 24]

Each of 12 workers in turn stays with somebody from a morning or an evening hour to the end of the
shift. Printed for each event: CPU-milliseconds of one core from the event to the plan, the cost
above a long search of the same event, visits not covered and critical visits late in both. The
first plan is searched for first; loading and compiling are not counted. Nothing is gated.
"""

import argparse
import json
import random
import statistics
import sys
import time
from math import ceil, hypot
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from whatmatters.policy.rota import rota_allowed, rota_limits, rota_schema, rota_weights
from whatmatters.rota.solvers.cooling import Budget
from whatmatters.rota.solvers.search import search
from whatmatters.rota.solvers.warming import compile_kernel
from whatmatters.rota.solvers.weights import weights_of
from whatmatters.rules.rota.check import judge
from whatmatters.rules.rota.live import left_of
from whatmatters.rules.rota.live_events import Event, What
from whatmatters.rules.rota.reading import read_problem

PEOPLE, VISITS, RADIUS_KM = 60, 150, 0.9
MODES = {"walk": (4.8, 0), "cycle": (14, 1), "drive": (22, 3)}
SLOTS = ((435, 690), (705, 840), (900, 1080), (1095, 1260))
MORNING, EVENING = (500, 620), (930, 1050)  # 08:20 and 10:20, 15:30 and 17:30


def a_day(seed: int = 1) -> dict:
    """60 people, 150 visits, 15 of them by two, 12 shifts on foot, by bicycle and by car."""
    chance = random.Random(seed)
    where = [(0.0, 0.0)]
    where += [tuple(chance.uniform(-RADIUS_KM, RADIUS_KM) for _ in "xy") for _ in range(PEOPLE)]
    km = [[hypot(a[0] - b[0], a[1] - b[1]) * 1.3 for b in where] for a in where]
    workers = skilled(chance)
    return {
        "format": "whatmatters-rota/1",
        "day": "2026-11-30",
        "places": [{"id": f"at{n}"} for n in range(PEOPLE + 1)],
        "travel": {mode: {"minutes": minutes(km, *how)} for mode, how in MODES.items()},
        "people": [
            {"id": f"p{n}", "place": f"at{n + 1}", "preferred": usual(chance)}
            for n in range(PEOPLE)
        ],
        "workers": workers,
        "shifts": [a_shift(n) for n in range(12)],
        "visits": the_visits(chance),
        "links": [],
    }


def minutes(km: list[list[float]], speed: float, each: float) -> list[list[int]]:
    """Whole minutes, so that no way is longer than its parts."""
    return [[ceil(d / speed * 60 + each) if d else 0 for d in row] for row in km]


def skilled(chance: random.Random) -> list[dict]:
    """All give personal care, four of five medicines, three of each half each rarer skill."""
    skills = [["care"] + ["medicines"] * (chance.random() < 0.8) for _ in range(12)]
    for skill in ("insulin", "peg", "palliative"):
        for half in (range(6), range(6, 12)):
            for n in chance.sample(half, 3):
                skills[n].append(skill)
    return [{"id": f"w{n}", "skills": held} for n, held in enumerate(skills)]


def usual(chance: random.Random) -> list[str]:
    """Two workers of each half of the day whom she knows."""
    return [f"w{n}" for half in (range(6), range(6, 12)) for n in chance.sample(half, 2)]


def a_shift(n: int) -> dict:
    """Six from 7 to 15, six from 14 to 22, up to an hour longer where life happens."""
    starts = 420 if n < 6 else 840
    return {
        "id": f"s{n}",
        "worker": f"w{n}",
        "mode": list(MODES)[n % 3],
        "starts": starts,
        "ends": starts + 480,
        "begins_at": "at0",
        "ends_at": "at0",
        "most_overtime": 60,
    }


def the_visits(chance: random.Random) -> list[dict]:
    """One to four a person, each in its part of the day."""
    per = [1] * PEOPLE
    while sum(per) < VISITS:
        n = chance.randrange(PEOPLE)
        per[n] += per[n] < 4
    rows = [a_visit(chance, n, k) for n in range(PEOPLE) for k in parts(chance, per[n])]
    plain = [row for row in rows if row["needs"][0][0] in ("care", "medicines")]
    for row in chance.sample(plain, VISITS // 10):
        row["needs"].append(["care"])
    return [{**row, "id": f"v{n}"} for n, row in enumerate(rows)]


def parts(chance: random.Random, many: int) -> list[int]:
    """Which parts of the day, mornings most often."""
    found: list[int] = []
    while len(found) < many:
        part = chance.choices(range(4), (40, 20, 22, 18))[0]
        if part not in found:
            found.append(part)
    return sorted(found)


def a_visit(chance: random.Random, person: int, part: int) -> dict:
    """15 to 45 minutes, to start within half an hour to an hour and a half; insulin within 15."""
    kinds = ("care", "medicines", "insulin", "peg", "palliative")
    kind = chance.choices(kinds, (50, 30, 8, 6, 6))[0]
    critical = kind == "insulin" or chance.random() < 0.05
    earliest = chance.randrange(SLOTS[part][0] // 15, SLOTS[part][1] // 15) * 15
    harm = "critical" if critical else "palliative" if kind == "palliative" else "personal"
    return {
        "person": f"p{person}",
        "earliest": earliest,
        "latest": earliest + (15 if critical else chance.choice((30, 45, 60, 90))),
        "minutes": chance.choices((15, 20, 30, 45), (30, 35, 25, 10))[0],
        "needs": [[kind]],
        "harm": harm,
    }


def told(verdict) -> tuple[int, int]:
    """(visits not covered, critical visits late) of a verdict."""
    counts = {tier.code: tier.count for tier in verdict.tiers}
    return sum(n for code, n in counts.items() if "uncovered" in code), counts["critical_late"]


def main() -> int:
    """Play the events and print a row for each, then the means."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--moves", type=int, default=400_000)
    parser.add_argument("--long", type=int, default=4_000_000)
    parser.add_argument("--events", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    problem = read_problem(json.dumps(a_day(asked.seed)), rota_schema("problem"), rota_limits())
    weights = weights_of(rota_weights())
    compile_kernel()
    plan = search(problem, weights, Budget(moves=20_000_000)).plan
    print("planned:", told(judge(problem, plan)), flush=True)
    took, gaps, rows = [], [], []
    times = [
        (n, at) for at_n in (0, 1) for n in range(12) for at in [(MORNING, EVENING)[n > 5][at_n]]
    ]
    for n, at in times[: asked.events]:
        event = Event(What.STAYING, at, f"w{n}")
        began = time.process_time()
        left = left_of(problem, plan, event, rota_allowed())
        found = search(left.problem, weights, Budget(moves=asked.moves), warm=left.warm)
        verdict = judge(left.problem, found.plan)
        took.append(1000 * (time.process_time() - began))
        best = search(left.problem, weights, Budget(moves=asked.long), warm=left.warm, seed=2)
        gaps.append(100 * (found.cost / best.cost - 1))
        rows.append((told(verdict), told(judge(left.problem, best.plan))))
        print(
            f"w{n} {at}: {took[-1]:.0f} ms, {gaps[-1]:+.1f}%, {len(left.problem.visits)} visits, "
            f"not covered {rows[-1][0][0]} ({rows[-1][1][0]}), critical late {rows[-1][0][1]} "
            f"({rows[-1][1][1]}), legal {verdict.legal}",
            flush=True,
        )
    took.sort()
    print(f"CPU ms: mean {statistics.mean(took):.0f}, p95 {took[int(0.95 * len(took)) - 1]:.0f}")
    print(f"above the long search: mean {statistics.mean(gaps):+.1f}%, worst {max(gaps):+.1f}%")
    return 0


if __name__ == "__main__":
    sys.exit(main())
