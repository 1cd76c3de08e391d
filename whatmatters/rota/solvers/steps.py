"""A move is a few steps: out, in, tails. Written down first, then done, and undone in reverse."""

from whatmatters.rota.solvers.arrays import (
    CHANGED_MOST,
    IN,
    MOST_LATE,
    OUT,
    STEPS,
    TRAVEL_MINUTE,
    TRIED_COST,
    TRIED_LATE,
)
from whatmatters.rota.solvers.compiled import part
from whatmatters.rota.solvers.routes import exchange_tails, put_in, take_out
from whatmatters.rota.solvers.timing import enqueue
from whatmatters.rota.solvers.ways import SAME, late_cost, way


@part
def step(d, kind, u, x, v):
    """Write one step down."""
    n = d.counts[STEPS]
    d.steps[n].kind = kind
    d.steps[n].task = u
    d.steps[n].after = x
    d.steps[n].shift = v
    d.counts[STEPS] = n + 1


@part
def out_of(d, u):
    """Write down: task u leaves its route."""
    step(d, OUT, u, 0, 0)


@part
def into(d, u, x, v):
    """Write down: task u goes behind x, on shift v."""
    step(d, IN, u, x, v)


@part
def do_steps(d):
    """Do what was written down; what it costs, with starts as they were, goes to `sums`."""
    for n in range(d.counts[STEPS]):
        kind = d.steps[n].kind
        if kind == OUT:
            do_out(d, n)
        elif kind == IN:
            do_in(d, n)
        else:
            do_tails(d, n)


@part
def do_out(d, n):
    """One task leaves; where it was is kept in the step."""
    u = d.steps[n].task
    v, a, b = d.task[u].shift, d.task[u].before, d.task[u].after
    travel = way(d, a, b, v) - way(d, a, u, v) - way(d, u, b, v)
    late = late_cost(d, u, d.task[u].start)
    d.steps[n].after = a
    d.steps[n].shift = v
    if d.task[u].start - d.task[u].limit >= d.sums[MOST_LATE] - SAME:
        d.counts[CHANGED_MOST] = 1
    take_out(d, u)
    d.sums[TRIED_LATE] -= late
    d.sums[TRIED_COST] += d.sums[TRAVEL_MINUTE] * travel - late - d.face[u, v] + d.task[u].missed
    enqueue(d, b)


@part
def do_in(d, n):
    """One task comes in."""
    u, a, v = d.steps[n].task, d.steps[n].after, d.steps[n].shift
    b = d.task[a].after
    travel = way(d, a, u, v) + way(d, u, b, v) - way(d, a, b, v)
    late = late_cost(d, u, d.task[u].start)
    put_in(d, u, a, v)
    d.sums[TRIED_LATE] += late
    d.sums[TRIED_COST] += d.sums[TRAVEL_MINUTE] * travel + late + d.face[u, v] - d.task[u].missed
    enqueue(d, u)
    enqueue(d, b)


@part
def tail_cost(d, x, v, w):
    """What the tail behind x on shift v costs in travel and faces, were it of shift w."""
    m = d.able.shape[0]
    travel, faces, a = 0.0, 0.0, d.task[x].after
    while a < m:
        b = d.task[a].after
        travel += way(d, a, b if b < m else m + w, w)
        faces += d.face[a, w]
        a = b
    return d.sums[TRAVEL_MINUTE] * travel + faces


@part
def joint(d, x, y, v):
    """Travel from x to what follows y, on shift v."""
    m = d.able.shape[0]
    b = d.task[y].after
    if x >= m and b >= m:
        return 0.0
    return d.sums[TRAVEL_MINUTE] * way(d, x, b if b < m else m + v, v)


@part
def tails_delta(d, x, y, v1, v2):
    """What exchanging the tails behind x and y would cost, times aside."""
    old = joint(d, x, x, v1) + joint(d, y, y, v2)
    new = joint(d, x, y, v1) + joint(d, y, x, v2)
    if d.shift[v1].mode == d.shift[v2].mode and d.shift[v1].to_place == d.shift[v2].to_place:
        return new - old + tail_faces(d, x, v1, v2) + tail_faces(d, y, v2, v1)
    old += tail_cost(d, x, v1, v1) + tail_cost(d, y, v2, v2)
    return new - old + tail_cost(d, x, v1, v2) + tail_cost(d, y, v2, v1)


@part
def tail_faces(d, x, v, w):
    """What other faces cost where the tail behind x goes from shift v to shift w."""
    m = d.able.shape[0]
    faces, a = 0.0, d.task[x].after
    while a < m:
        faces += d.face[a, w] - d.face[a, v]
        a = d.task[a].after
    return faces


@part
def do_tails(d, n):
    """Two tails change places: `task` and `after` are the last that stay, `shift` the second's."""
    m = d.able.shape[0]
    x, y, v2 = d.steps[n].task, d.steps[n].after, d.steps[n].shift
    v1 = d.task[x].shift
    d.sums[TRIED_COST] += tails_delta(d, x, y, v1, v2)
    exchange_tails(d, x, y, v1, v2)
    enqueue(d, d.task[x].after)
    enqueue(d, d.task[y].after)
    enqueue(d, m + v1)
    enqueue(d, m + v2)
    if d.shift[v1].mode != d.shift[v2].mode:
        enqueue_route(d, d.task[x].after)
        enqueue_route(d, d.task[y].after)


@part
def enqueue_route(d, u):
    """All from u to the end of its route are to be looked at."""
    while u < d.able.shape[0]:
        enqueue(d, u)
        u = d.task[u].after


@part
def undo_steps(d):
    """Take all steps back, the last first."""
    for n in range(d.counts[STEPS] - 1, -1, -1):
        u, x, v = d.steps[n].task, d.steps[n].after, d.steps[n].shift
        if d.steps[n].kind == OUT:
            put_in(d, u, x, v)
        elif d.steps[n].kind == IN:
            take_out(d, u)
        else:
            exchange_tails(d, u, x, d.task[u].shift, v)
