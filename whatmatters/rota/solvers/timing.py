"""Start times: the least that waiting, travel and links allow, and only where something changed."""

from whatmatters.rota.solvers.arrays import (
    CHANGED_MOST,
    HEAD,
    MOST_LATE,
    NEVER,
    TAIL,
    TRACED,
    TRIED_COST,
    TRIED_LATE,
    TRIED_OVER,
)
from whatmatters.rota.solvers.compiled import part
from whatmatters.rota.solvers.ways import SAME, late_cost, over_cost, way


@part
def enqueue(d, u):
    """Node u is to be looked at, once."""
    if not d.task[u].queued:
        d.queue[d.counts[TAIL]] = u
        d.counts[TAIL] = (d.counts[TAIL] + 1) & (d.queue.shape[0] - 1)
        d.task[u].queued = 1


@part
def dequeue(d):
    """The next node to look at."""
    u = d.queue[d.counts[HEAD]]
    d.counts[HEAD] = (d.counts[HEAD] + 1) & (d.queue.shape[0] - 1)
    d.task[u].queued = 0
    return u


@part
def forget_queue(d):
    """Nothing is to be looked at any more."""
    while d.counts[HEAD] != d.counts[TAIL]:
        dequeue(d)


@part
def note(d, u, start, ready):
    """Keep what stood there, to take the move back."""
    n = d.counts[TRACED]
    d.trace[n].node = u
    d.trace[n].start = start
    d.trace[n].ready = ready
    d.counts[TRACED] = n + 1


@part
def arrival(d, u):
    """When the worker of task u can be there."""
    a, v = d.task[u].before, d.task[u].shift
    if a >= d.able.shape[0]:
        return d.shift[v].starts + way(d, a, u, v)
    return d.task[a].start + d.task[a].length + way(d, a, u, v)


@part
def close(d, v):
    """When shift v is back, and what that changes."""
    home = d.able.shape[0] + v
    a = d.task[home].before
    back = d.shift[v].starts
    if a != home:
        back = d.task[a].start + d.task[a].length + way(d, a, home, v)
    if back != d.shift[v].back:
        note(d, home, d.shift[v].back, 0.0)
        more = over_cost(d, v, back) - over_cost(d, v, d.shift[v].back)
        d.sums[TRIED_COST] += more
        d.sums[TRIED_OVER] += more
        d.shift[v].back = back


@part
def begin(d, u, start):
    """Task u starts then; what follows on its route is to be looked at."""
    old = d.task[u].start
    if start == old:
        return
    note(d, u, old, d.task[u].ready)
    more = late_cost(d, u, start) - late_cost(d, u, old)
    d.sums[TRIED_COST] += more
    d.sums[TRIED_LATE] += more
    if old - d.task[u].limit >= d.sums[MOST_LATE] - SAME:
        d.counts[CHANGED_MOST] = 1
    d.task[u].start = start
    enqueue(d, d.task[u].after)


@part
def settle(d, bundle):
    """Start times of all tasks of a bundle: each as soon as it and those it hangs on allow."""
    for j in range(d.member.shape[1]):
        b = d.member[bundle, j]
        if b < 0:
            break
        if d.task[b].shift < 0:
            continue
        start = NEVER
        for i in range(d.member.shape[1]):
            a = d.member[bundle, i]
            if a < 0:
                break
            if d.task[a].shift >= 0:
                start = max(start, max(d.task[a].ready, d.task[a].earliest) + d.lag[bundle, i, j])
        begin(d, b, start)


@part
def retime(d, u):
    """Look at node u again."""
    m = d.able.shape[0]
    if u >= m:
        close(d, u - m)
        return
    if d.task[u].shift < 0:
        return
    ready = arrival(d, u)
    if d.task[u].bundle < 0:
        begin(d, u, max(ready, d.task[u].earliest))
        return
    if ready != d.task[u].ready:
        note(d, u, d.task[u].start, d.task[u].ready)
        d.task[u].ready = ready
    settle(d, d.task[u].bundle)


@part
def propagate(d, most, bound):
    """Look at all that is queued. False where it does not end, or cannot be worth its cost."""
    looked = 0
    room_left = d.trace.shape[0] - 4 * d.member.shape[1] - 8
    while d.counts[HEAD] != d.counts[TAIL]:
        looked += 1
        if looked > most or d.counts[TRACED] > room_left or d.sums[TRIED_COST] > bound:
            forget_queue(d)
            return False
        retime(d, dequeue(d))
    return True


@part
def restore(d):
    """Take back every time that a move changed."""
    m = d.able.shape[0]
    for n in range(d.counts[TRACED] - 1, -1, -1):
        u = d.trace[n].node
        if u >= m:
            d.shift[u - m].back = d.trace[n].start
        else:
            d.task[u].start = d.trace[n].start
            d.task[u].ready = d.trace[n].ready
    d.counts[TRACED] = 0
