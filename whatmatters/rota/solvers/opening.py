"""A first plan: tasks in the order of their windows, each to whom it costs least to append it."""

from typing import Any

import numpy as np

from whatmatters.rota.solvers.arrays import TRAVEL_MINUTE, Day

WAIT = 0.05


def appended(day: Day) -> None:
    """Put every task on a route where somebody may make it in its place. Starts are not set."""
    m = len(day.able)
    free_at = np.array(day.shift["starts"])
    here = np.array(day.shift["from_place"])
    order = np.argsort(day.task["earliest"][:m] + day.task["limit"][:m], kind="stable")
    done: set[int] = set()
    for u in order:
        crew = [int(n) for n in day.crew[u] if n >= 0]
        if crew[0] not in done:
            done.add(crew[0])
            _append_crew(day, crew, free_at, here)


def _append_crew(day: Day, crew: list[int], free_at: Any, here: Any) -> None:
    chosen: list[int] = []
    for u in crew:
        v = _best_shift(day, u, chosen, free_at, here)
        if v < 0:
            return
        chosen.append(v)
    arrivals = [_arrival(day, u, v, free_at, here) for u, v in zip(crew, chosen, strict=True)]
    for u, v, at in zip(crew, chosen, arrivals, strict=True):
        begin = max(at, max(arrivals) if day.task[u]["bundle"] >= 0 else at)
        _hook(day, u, v)
        free_at[v], here[v] = begin + day.task[u]["length"], day.task[u]["place"]


def _arrival(day: Day, u: int, v: int, free_at: Any, here: Any) -> float:
    way = day.travel[day.shift[v]["mode"], here[v], day.task[u]["place"]]
    return float(max(free_at[v] + way, day.task[u]["earliest"]))


def _best_shift(day: Day, u: int, chosen: list[int], free_at: Any, here: Any) -> int:
    row, shift = day.task[u], day.shift
    way = day.travel[shift["mode"], here, row["place"]]
    there = free_at + way
    start = np.maximum(there, row["earliest"])
    home = start + row["length"] + day.travel[shift["mode"], row["place"], shift["to_place"]]
    late = np.maximum(0, start - row["limit"]) * row["late_minute"]
    over = np.maximum(0, home - shift["ends"]) * shift["over_minute"]
    cost = day.sums[TRAVEL_MINUTE] * way + day.face[u] + late + over + WAIT * (start - there)
    cost = np.where((day.able[u] > 0) & (home <= shift["far_end"]), cost, np.inf)
    for v in chosen:
        cost[shift["worker"] == shift["worker"][v]] = np.inf
    return int(np.argmin(cost)) if np.isfinite(cost).any() else -1


def _hook(day: Day, u: int, v: int) -> None:
    home = len(day.able) + v
    last = day.task[home]["before"]
    day.task[last]["after"] = day.task[home]["before"] = u
    day.task[u]["before"], day.task[u]["after"], day.task[u]["shift"] = last, home, v
