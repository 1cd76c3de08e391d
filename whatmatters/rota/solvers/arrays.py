"""The kernel's picture of a day: tasks, shifts, what each may do, and room to work in.

A task is one worker at one visit. Tasks 0..M-1 and, behind them, one node a shift (M+v) that
closes the shift's route into a ring. All times and costs are minutes.
"""

from typing import Any, NamedTuple

import numpy as np

TASK = np.dtype(
    [
        ("before", "i4"),
        ("after", "i4"),
        ("shift", "i4"),  # -1 while nobody makes it
        ("place", "i4"),
        ("bundle", "i4"),  # of the links it hangs in, -1 where in none
        ("slot", "i4"),  # which of the bundle
        ("fixed", "i4"),  # 1: past, nothing may come before it; 2: not to be touched
        ("queued", "i4"),
        ("start", "f8"),
        ("ready", "f8"),
        ("earliest", "f8"),
        ("limit", "f8"),
        ("length", "f8"),
        ("late_minute", "f8"),
        ("late_once", "f8"),
        ("missed", "f8"),
    ],
    align=True,
)
SHIFT = np.dtype(
    [
        ("mode", "i4"),
        ("worker", "i4"),
        ("from_place", "i4"),
        ("to_place", "i4"),
        ("starts", "f8"),
        ("ends", "f8"),
        ("back", "f8"),
        ("over_minute", "f8"),
        ("far_end", "f8"),  # past this the plan is illegal: a minute costs as much as a visit
    ],
    align=True,
)
STEP = np.dtype([("kind", "i4"), ("task", "i4"), ("after", "i4"), ("shift", "i4")], align=True)
TRACE = np.dtype([("node", "i4"), ("start", "f8"), ("ready", "f8")], align=True)

# Places in `sums`.
COST, BEST, MOST_LATE, LATE, OVER = 0, 1, 2, 3, 4
TRAVEL_MINUTE, MOST_LATE_MINUTE, FAR_MINUTE = 5, 6, 7
TRIED_COST, TRIED_LATE, TRIED_OVER = 8, 9, 10
BOUND = 11
SUMS = 12
# Places in `counts`.
STEPS, TRACED, HEAD, TAIL, CHANGED_MOST = 0, 1, 2, 3, 4
COUNTS = 5
OUT, IN, TAILS = 0, 1, 2
MOST_STEPS = 32
MOST_CREW = 16
NEVER = -1e18


class Day(NamedTuple):
    """All arrays of one problem and one state of its plan."""

    task: Any  # TASK[M + V]
    shift: Any  # SHIFT[V]
    travel: Any  # f8[mode, place, place]
    able: Any  # u1[M, V]
    face: Any  # f8[M, V]: what it costs that this shift's worker comes
    near: Any  # i4[M, K]: tasks worth being next to
    crew: Any  # i4[M, C]: the tasks of its visit, itself among them; -1 behind the last
    crews: Any  # i4[n]: one task of each crew of two or more
    member: Any  # i4[bundle, slot]
    lag: Any  # f8[bundle, slot, slot]
    steps: Any  # STEP[MOST_STEPS]: the move that is being tried
    trace: Any  # TRACE[...]: what it changed, to take it back
    queue: Any  # i4[power of two]
    sums: Any  # f8[SUMS]
    counts: Any  # i8[COUNTS]
    chance: Any  # u8[1]
    taken: Any  # i8[MOST_CREW]: shifts chosen for a crew
    best: Any  # i4[2, M + V]: after, shift of the best plan so far


def room(tasks: int, shifts: int) -> dict[str, Any]:
    """The working arrays of a day of this size."""
    nodes = tasks + shifts
    ring = 1 << int(np.ceil(np.log2(4 * nodes + 16)))
    return {
        "steps": np.zeros(MOST_STEPS, STEP),
        "trace": np.zeros(8 * nodes + 64, TRACE),
        "queue": np.zeros(ring, np.int32),
        "sums": np.zeros(SUMS),
        "counts": np.zeros(COUNTS, np.int64),
        "taken": np.zeros(MOST_CREW, np.int64),
        "chance": np.ones(1, np.uint64),
        "best": np.zeros((2, nodes), np.int32),
    }
