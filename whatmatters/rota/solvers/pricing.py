"""Prices the plan that stands in the arrays, from nothing: where a search begins, and its end."""

from whatmatters.rota.solvers.anneal import most_late
from whatmatters.rota.solvers.arrays import (
    BEST,
    COST,
    LATE,
    MOST_LATE,
    MOST_LATE_MINUTE,
    NEVER,
    OVER,
    TRACED,
    TRAVEL_MINUTE,
    TRIED_COST,
)
from whatmatters.rota.solvers.compiled import door, part
from whatmatters.rota.solvers.timing import enqueue, propagate
from whatmatters.rota.solvers.ways import late_cost, over_cost, way

ENDLESS = 1e300


@part
def fresh_times(d):
    """Every start from its window on; False where links and routes go round in a circle."""
    m = d.able.shape[0]
    for u in range(m):
        d.task[u].start = d.task[u].earliest
        d.task[u].ready = NEVER
    for v in range(d.shift.shape[0]):
        d.shift[v].back = d.shift[v].starts
    d.sums[TRIED_COST] = 0.0
    for _ in range(m + 2):
        d.counts[TRACED] = 0
        for u in range(d.task.shape[0]):
            enqueue(d, u)
        if propagate(d, 4 * d.task.shape[0], ENDLESS) and d.counts[TRACED] == 0:
            return True
    return False


@part
def route_cost(d, v):
    """Travel and faces of one shift."""
    m = d.able.shape[0]
    a, travel, faces = m + v, 0.0, 0.0
    while True:
        b = d.task[a].after
        travel += way(d, a, b, v)
        if b >= m:
            return d.sums[TRAVEL_MINUTE] * travel + faces
        faces += d.face[b, v]
        a = b


@door
def price_anew(d):
    """Set all starts and sums of the plan that stands. False where it has no times."""
    if not fresh_times(d):
        return False
    cost, late, over = 0.0, 0.0, 0.0
    for v in range(d.shift.shape[0]):
        cost += route_cost(d, v)
        over += over_cost(d, v, d.shift[v].back)
    for u in range(d.able.shape[0]):
        if d.task[u].shift >= 0:
            late += late_cost(d, u, d.task[u].start)
        else:
            cost += d.task[u].missed
    d.sums[LATE], d.sums[OVER], d.sums[MOST_LATE] = late, over, most_late(d)
    d.sums[COST] = cost + late + over + d.sums[MOST_LATE_MINUTE] * d.sums[MOST_LATE]
    return True


@door
def take_best(d):
    """Let the best plan so far stand."""
    for u in range(d.task.shape[0]):
        d.task[u].shift = d.best[1, u]
        if d.best[1, u] >= 0 or u >= d.able.shape[0]:  # others point at whom they last followed
            d.task[u].after = d.best[0, u]
            d.task[d.best[0, u]].before = u


@door
def count_as_best(d):
    """The plan that stands is the best so far."""
    d.sums[BEST] = d.sums[COST]
    for u in range(d.task.shape[0]):
        d.best[0, u] = d.task[u].after
        d.best[1, u] = d.task[u].shift
