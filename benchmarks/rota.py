"""The rota kernel on the public home health care instances: gaps to the published best values.

    .boot/dev/bin/python benchmarks/rota.py INSTANCES BEST.md --seconds 10 [--only 100_ --seed 1]

INSTANCES is a folder of the public JSON files (repository iolab-uniud/hhcrsp, MIT, not committed
here), BEST.md its table of best values. Costs are not the kernel's: `cost_of` below reads the raw
instance and the written solution and prices it on its own, after the public validator's rules.
One process, CPU-seconds of one core; compiling is not counted.
"""

import argparse
import json
import re
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from whatmatters.rota.solvers.cooling import Budget  # isort: skip
from whatmatters.rota.solvers.hhcrsp import problem_of, public_weights, solution_of
from whatmatters.rota.solvers.search import search
from whatmatters.rota.solvers.warming import compile_kernel

ROW = re.compile(r"\|\s*(\S+\.json)\s*\|(.*)")
COST_COLUMN = 3
CLOSE = 1e-3


def cost_of(raw: dict, solution: dict) -> float:
    """(travel + total lateness + largest lateness) / 3 of a solution. ValueError where illegal."""
    index = {row["id"]: n + 1 for n, row in enumerate(raw["patients"])}
    patients = {row["id"]: row for row in raw["patients"]}
    able = {row["id"]: set(row["abilities"]) for row in raw["caregivers"]}
    travel, served = 0.0, {}
    for route in solution["routes"]:
        now, here = 0.0, 0
        for stop in route["locations"]:
            there, who = index[stop["patient"]], route["caregiver_id"]
            way = raw["distances"][here][there]
            if stop["arrival_time"] < now + way - CLOSE:
                raise ValueError(f"{who} is not there yet: {stop}")
            if stop["service"] not in able[who]:
                raise ValueError(f"{who} cannot do {stop['service']}")
            served.setdefault(stop["patient"], []).append((stop["service"], stop, who))
            travel, now, here = travel + way, stop["departure_time"], there
        travel += raw["distances"][here][0] if route["locations"] else 0.0
    late = [x for name in patients for x in lateness(patients[name], served.get(name, []))]
    return (travel + sum(late) + max(late)) / 3


def lateness(patient: dict, served: list) -> list[float]:
    """Minutes late of each service of a patient. ValueError where one is missing or out of step."""
    wanted = [row["service"] for row in patient["required_caregivers"]]
    by_service = {service: (stop["arrival_time"], who) for service, stop, who in served}
    if sorted(wanted) != sorted(service for service, _, _ in served):
        raise ValueError(f"{patient['id']} is not served as it should be")
    starts = [by_service[service][0] for service in wanted]
    if min(starts) < patient["time_window"][0] - CLOSE:
        raise ValueError(f"{patient['id']} is served too early")
    if len(wanted) > 1:
        in_step(patient, starts, [by_service[service][1] for service in wanted])
    return [max(0.0, start - patient["time_window"][1]) for start in starts]


def in_step(patient: dict, starts: list[float], carers: list[str]) -> None:
    """ValueError where two services are not by two carers, together or in their order."""
    how = patient["synchronization"]
    least, most = how["distance"] if how["type"] == "sequential" else (0.0, 0.0)
    lag = starts[1] - starts[0]
    free = how["type"] not in ("sequential", "simultaneous")
    if carers[0] == carers[1] or not (free or least - CLOSE <= lag <= most + CLOSE):
        raise ValueError(f"{patient['id']}: two services out of step")


def best_values(table: Path) -> dict[str, float]:
    """The published best cost of each instance."""
    rows = [ROW.match(line) for line in table.read_text("utf-8").splitlines()]
    return {m[1]: float(m[2].split("|")[COST_COLUMN]) for m in rows if m}


def main() -> int:
    """Run a set, print each gap, then the mean and the worst."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("instances", type=Path)
    parser.add_argument("best", type=Path)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="instances whose name holds this")
    asked = parser.parse_args()
    best, gaps = best_values(asked.best), []
    compile_kernel()
    for file in sorted(asked.instances.rglob("*.json")):
        if file.name not in best or asked.only not in file.name:
            continue
        raw, began = json.loads(file.read_text("utf-8")), time.process_time()
        problem = problem_of(raw)
        found = search(problem, public_weights(), Budget(asked.seconds), seed=asked.seed)
        spent = time.process_time() - began
        cost = cost_of(raw, solution_of(problem, found.plan))
        gaps.append(100 * (cost / best[file.name] - 1))
        rate = found.moves / asked.seconds / 1e6
        print(
            f"{file.stem}: {cost:.3f}, {gaps[-1]:+.2f}%, {spent:.1f} s, {rate:.2f} M/s", flush=True
        )
    better = sum(gap < -CLOSE for gap in gaps)
    print(f"{len(gaps)} instances: mean {statistics.mean(gaps):+.2f}%, worst {max(gaps):+.2f}%")
    print(f"better than the table: {better}, as good: {sum(abs(g) <= CLOSE for g in gaps)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
