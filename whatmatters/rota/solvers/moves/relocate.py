"""One to three tasks in a row go somewhere else; a task that nobody makes comes in, or goes out."""

from whatmatters.rota.solvers.arrays import BOUND, COST, TRAVEL_MINUTE
from whatmatters.rota.solvers.chance import below, unit
from whatmatters.rota.solvers.compiled import part
from whatmatters.rota.solvers.moves.allowed import alone, free, may, neighbour, open_behind
from whatmatters.rota.solvers.steps import into, out_of
from whatmatters.rota.solvers.ways import way

EMPTY_SHARE = 0.04
MISS_SHARE = 0.02
BEHIND_SHARE = 0.5


@part
def target(d, u):
    """The node behind which task u would go, -1 for none."""
    if unit(d.chance) < EMPTY_SHARE:
        home = d.able.shape[0] + below(d.chance, d.shift.shape[0])
        return home if unit(d.chance) < BEHIND_SHARE else d.task[home].before
    w = neighbour(d, u)
    if w == u or d.task[w].shift < 0:
        return -1
    return w if unit(d.chance) < BEHIND_SHARE else d.task[w].before


@part
def shift_of(d, x):
    """The shift of a node."""
    m = d.able.shape[0]
    return x - m if x >= m else d.task[x].shift


@part
def last_of(d, u, long, v, x):
    """The last of up to `long` tasks from u that may all go to shift v; -1 where u may not."""
    m = d.able.shape[0]
    last = -1
    e = u
    for _ in range(long):
        if e >= m or e == x or not free(d, e) or not may(d, e, v):
            break
        last = e
        e = d.task[e].after
    return last


@part
def hopeless(d, u, last, x, v):
    """Whether travel alone already costs more than could be borne."""
    w = d.task[u].shift
    if d.shift[w].mode != d.shift[v].mode:
        return False
    a, b, c = d.task[u].before, d.task[last].after, d.task[x].after
    travel = way(d, a, b, w) - way(d, a, u, w) - way(d, last, b, w)
    travel += way(d, x, u, v) + way(d, last, c, v) - way(d, x, c, v)
    faces = d.face[u, v] - d.face[u, w] if u == last else 0.0
    return u == last and d.sums[COST] + d.sums[TRAVEL_MINUTE] * travel + faces > d.sums[BOUND]


@part
def relocate(d, u, long):
    """Write down: u and up to long-1 that follow it go next to a neighbour."""
    if d.task[u].shift >= 0 and alone(d, u) and unit(d.chance) < MISS_SHARE:
        out_of(d, u)
        return
    x = target(d, u)
    if x < 0 or x == u or not open_behind(d, x):
        return
    v = shift_of(d, x)
    if d.task[u].shift < 0:
        if may(d, u, v):
            into(d, u, x, v)
        return
    if x == d.task[u].before:
        return
    last = last_of(d, u, long, v, x)
    if last < 0 or x == last or hopeless(d, u, last, x, v):
        return
    carry(d, u, last, x, v)


@part
def carry(d, u, last, x, v):
    """Write down: all from u to last, in their order, go behind x on shift v."""
    e = u
    while True:
        out_of(d, e)
        if e == last:
            break
        e = d.task[e].after
    e, at = u, x
    while True:
        into(d, e, at, v)
        if e == last:
            break
        at = e
        e = d.task[e].after
