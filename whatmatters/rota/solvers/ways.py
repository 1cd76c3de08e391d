"""Minutes of travel, and what lateness costs."""

from whatmatters.rota.solvers.compiled import part

SAME = 1e-9


@part
def place_from(d, u, v):
    """Where a worker of shift v is when she leaves node u."""
    return d.shift[v].from_place if u >= d.able.shape[0] else d.task[u].place


@part
def place_to(d, u, v):
    """Where a worker of shift v goes to when she goes to node u."""
    return d.shift[v].to_place if u >= d.able.shape[0] else d.task[u].place


@part
def way(d, a, b, v):
    """Minutes from node a to node b on shift v. From a ring's node to itself there is no way."""
    if a == b:
        return 0.0
    return d.travel[d.shift[v].mode, place_from(d, a, v), place_to(d, b, v)]


@part
def late_cost(d, u, start):
    """What it costs that task u starts then."""
    late = start - d.task[u].limit
    if late > SAME:
        return d.task[u].late_minute * late + d.task[u].late_once
    return 0.0


@part
def over_cost(d, v, back):
    """What it costs that shift v is back then."""
    cost = 0.0
    if back > d.shift[v].ends:
        cost = d.shift[v].over_minute * (back - d.shift[v].ends)
        if back > d.shift[v].far_end + SAME:
            cost += d.sums[7] * (back - d.shift[v].far_end + 1.0)
    return cost
