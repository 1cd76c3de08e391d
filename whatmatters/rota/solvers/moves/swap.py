"""Two tasks change places; or one takes another's place, which finds a third (ejection)."""

from whatmatters.rota.solvers.compiled import part
from whatmatters.rota.solvers.moves.allowed import free, may, neighbour, open_behind
from whatmatters.rota.solvers.moves.relocate import shift_of, target
from whatmatters.rota.solvers.steps import into, out_of


@part
def both_may(d, u, w):
    """Whether each may be made by the other's worker, and they are not of one visit."""
    vu, vw = d.task[u].shift, d.task[w].shift
    if vu == vw:
        return True
    for k in range(d.crew.shape[1]):
        if d.crew[u, k] == w:
            return False
    return may(d, u, vw) and may(d, w, vu)


@part
def swap(d, u):
    """Write down: u and a neighbour change places."""
    w = neighbour(d, u)
    if w == u or d.task[w].shift < 0 or d.task[u].shift < 0 or not free(d, w):
        return
    if not both_may(d, u, w):
        return
    vu, vw = d.task[u].shift, d.task[w].shift
    before_u, before_w = d.task[u].before, d.task[w].before
    if before_w == u:
        out_of(d, u)
        into(d, u, w, vw)
    elif before_u == w:
        out_of(d, w)
        into(d, w, u, vu)
    else:
        out_of(d, u)
        out_of(d, w)
        into(d, w, before_u, vu)
        into(d, u, before_w, vw)


@part
def eject(d, u):
    """Write down: u takes the place of w, and w goes next to a neighbour of its own."""
    w = neighbour(d, u)
    if w == u or d.task[w].shift < 0 or not free(d, w) or d.task[u].shift == d.task[w].shift:
        return
    vw, x = d.task[w].shift, target(d, w)
    if x < 0 or x == u or x == w or x == d.task[w].before or not open_behind(d, x):
        return
    vx = shift_of(d, x)
    if vx == vw or not may(d, u, vw) or not may(d, w, vx):
        return
    for k in range(d.crew.shape[1]):
        if d.crew[u, k] == w:
            return
    before = d.task[w].before
    if d.task[u].shift >= 0:
        out_of(d, u)
    out_of(d, w)
    into(d, u, before, vw)
    into(d, w, x, vx)
