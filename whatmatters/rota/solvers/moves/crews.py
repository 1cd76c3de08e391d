"""All workers of one visit move together, to a new time; or none makes it."""

from whatmatters.rota.solvers.chance import below, unit
from whatmatters.rota.solvers.compiled import part
from whatmatters.rota.solvers.moves.allowed import free
from whatmatters.rota.solvers.moves.relocate import MISS_SHARE
from whatmatters.rota.solvers.steps import into, out_of

TRIES = 12
NEAR_SHARE = 0.7
SPREAD = 90.0  # minutes: how far a visit's new time is looked for around its old one


@part
def some_shift(d, u, n):
    """A shift that may do task u, of none of the first n workers taken; -1 where none was found."""
    for _ in range(TRIES):
        v = below(d.chance, d.shift.shape[0])
        if unit(d.chance) < NEAR_SHARE:
            v = d.task[d.near[u, below(d.chance, d.near.shape[1])]].shift
        if v < 0 or not d.able[u, v]:
            continue
        clash = False
        for k in range(n):
            clash = clash or d.shift[d.taken[k]].worker == d.shift[v].worker
        if not clash:
            return v
    return -1


@part
def of_crew(d, first, u):
    """Whether u is one of the crew of first."""
    for k in range(d.crew.shape[1]):
        if d.crew[first, k] == u:
            return u >= 0
    return False


@part
def place_by_time(d, first, v, at):
    """The node of shift v behind which somebody goes who is to start then; none of the crew."""
    m = d.able.shape[0]
    x = m + v
    b = d.task[x].after
    while b < m and (of_crew(d, first, b) or d.task[b].start < at or d.task[b].fixed == 1):
        if not of_crew(d, first, b):
            x = b
        b = d.task[b].after
    return x


@part
def crew_is_free(d, first):
    """Whether all of the crew may be moved."""
    for k in range(d.crew.shape[1]):
        if d.crew[first, k] >= 0 and not free(d, d.crew[first, k]):
            return False
    return True


@part
def crew_out(d, first):
    """Write down: whoever of the crew is planned leaves."""
    for k in range(d.crew.shape[1]):
        u = d.crew[first, k]
        if u >= 0 and d.task[u].shift >= 0:
            out_of(d, u)


@part
def together(d, one):
    """Write down: the whole crew goes to other shifts or another time."""
    first = d.crew[one, 0]
    if not crew_is_free(d, first):
        return
    if d.task[first].shift >= 0 and unit(d.chance) < MISS_SHARE:
        crew_out(d, first)
        return
    t = d.task[first]
    at = t.earliest + unit(d.chance) * max(1.0, t.limit - t.earliest)
    if t.shift >= 0:
        at = t.start + (unit(d.chance) - 0.5) * SPREAD
    n = 0
    for k in range(d.crew.shape[1]):
        if d.crew[first, k] < 0:
            break
        v = some_shift(d, d.crew[first, k], n)
        if v < 0:
            return
        d.taken[n] = v
        n += 1
    crew_out(d, first)
    crew_in(d, first, at, n)


@part
def crew_in(d, first, at, n):
    """Write down: each of the crew goes to its shift, at the time or its lag after it."""
    for k in range(n):
        u = d.crew[first, k]
        lag = 0.0
        if d.task[u].bundle >= 0:
            lag = max(0.0, d.lag[d.task[u].bundle, d.task[first].slot, d.task[u].slot])
        into(d, u, place_by_time(d, first, d.taken[k], at + lag), d.taken[k])
