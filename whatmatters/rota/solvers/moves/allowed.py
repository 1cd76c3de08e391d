"""Who may do what, and where something may be put."""

from whatmatters.rota.solvers.chance import below, unit
from whatmatters.rota.solvers.compiled import part

NEAR_SHARE = 0.85


@part
def may(d, u, v):
    """Whether shift v's worker may do task u, and is at its visit in no other place."""
    if not d.able[u, v]:
        return False
    for k in range(d.crew.shape[1]):
        p = d.crew[u, k]
        if p < 0:
            return True
        if p != u and d.task[p].shift >= 0:
            if d.shift[d.task[p].shift].worker == d.shift[v].worker:
                return False
    return True


@part
def alone(d, u):
    """Whether a task's visit needs no other worker."""
    return d.crew[u, 1] < 0


@part
def open_behind(d, x):
    """Whether something may be put behind node x: not before what is past."""
    b = d.task[x].after
    return b >= d.able.shape[0] or d.task[b].fixed != 1


@part
def free(d, u):
    """Whether a task may be moved."""
    return d.task[u].fixed == 0


@part
def neighbour(d, u):
    """A task worth being next to, mostly one of the nearest."""
    if unit(d.chance) < NEAR_SHARE:
        return d.near[u, below(d.chance, d.near.shape[1])]
    return below(d.chance, d.able.shape[0])
