"""Rings of tasks: taking one out, putting one in, exchanging two tails."""

from whatmatters.rota.solvers.compiled import part


@part
def take_out(d, u):
    """Unhook a task from its route."""
    a, b = d.task[u].before, d.task[u].after
    d.task[a].after = b
    d.task[b].before = a
    d.task[u].shift = -1


@part
def put_in(d, u, x, v):
    """Hook a task in behind x, on shift v."""
    b = d.task[x].after
    d.task[x].after = u
    d.task[u].before = x
    d.task[u].after = b
    d.task[b].before = u
    d.task[u].shift = v


@part
def hang(d, x, first, last, home):
    """Let what runs from first to last (nothing where first is a ring's node) follow x."""
    m = d.able.shape[0]
    if first < m:
        d.task[x].after = first
        d.task[first].before = x
        d.task[last].after = home
        d.task[home].before = last
    else:
        d.task[x].after = home
        d.task[home].before = x


@part
def exchange_tails(d, x, y, v1, v2):
    """What follows x on v1 follows y on v2, and the other way round."""
    m = d.able.shape[0]
    home1, home2 = m + v1, m + v2
    first1, first2 = d.task[x].after, d.task[y].after
    last1, last2 = d.task[home1].before, d.task[home2].before
    hang(d, x, first2, last2, home1)
    hang(d, y, first1, last1, home2)
    belong(d, d.task[x].after, v1)
    belong(d, d.task[y].after, v2)


@part
def belong(d, u, v):
    """From u to the end of the route, all are of shift v."""
    m = d.able.shape[0]
    while u < m:
        d.task[u].shift = v
        u = d.task[u].after
