"""Two shifts exchange what they do from some point of the day on."""

from whatmatters.rota.solvers.arrays import BOUND, COST, TAILS
from whatmatters.rota.solvers.chance import below
from whatmatters.rota.solvers.compiled import part
from whatmatters.rota.solvers.moves.allowed import free
from whatmatters.rota.solvers.steps import step, tails_delta


@part
def tail_may(d, u, v):
    """Whether all from u to the end of its route may be of shift v."""
    m = d.able.shape[0]
    while u < m:
        if not d.able[u, v] or not free(d, u):
            return False
        if d.crew[u, 1] >= 0 and meets(d, u, v):
            return False
        u = d.task[u].after
    return True


@part
def meets(d, u, v):
    """Whether somebody of u's visit is the worker of shift v."""
    for k in range(d.crew.shape[1]):
        p = d.crew[u, k]
        if p >= 0 and p != u and d.task[p].shift >= 0:
            if d.shift[d.task[p].shift].worker == d.shift[v].worker:
                return True
    return False


@part
def tails(d, u):
    """Write down: what follows u and what a neighbour begins change their shifts."""
    exchange(d, u, d.near[u, below(d.chance, d.near.shape[1])])


@part
def exchange(d, u, w):
    """Write down: u is followed by w and what comes after, w's forerunner by what followed u."""
    if d.task[u].shift < 0 or d.task[w].shift < 0 or d.task[w].shift == d.task[u].shift:
        return
    v1, v2, y = d.task[u].shift, d.task[w].shift, d.task[w].before
    if d.shift[v1].mode == d.shift[v2].mode:
        if d.sums[COST] + tails_delta(d, u, y, v1, v2) > d.sums[BOUND]:
            return
    if tail_may(d, d.task[u].after, v2) and tail_may(d, w, v1):
        step(d, TAILS, u, y, v2)
