"""The kernel's loop: try a move, price it, keep it or take it back."""

import math

from whatmatters.rota.solvers.arrays import (
    BEST,
    BOUND,
    CHANGED_MOST,
    COST,
    LATE,
    MOST_LATE,
    MOST_LATE_MINUTE,
    OVER,
    STEPS,
    TRACED,
    TRIED_COST,
    TRIED_LATE,
    TRIED_OVER,
)
from whatmatters.rota.solvers.chance import below, unit
from whatmatters.rota.solvers.compiled import door, part
from whatmatters.rota.solvers.moves.allowed import alone, free
from whatmatters.rota.solvers.moves.crews import together
from whatmatters.rota.solvers.moves.relocate import relocate
from whatmatters.rota.solvers.moves.swap import eject, swap
from whatmatters.rota.solvers.moves.tails import tails
from whatmatters.rota.solvers.steps import do_steps, undo_steps
from whatmatters.rota.solvers.timing import forget_queue, propagate, restore

# Of 1: up to where each kind of move is drawn, in the order of `propose`.
RELOCATE, SWAP, EJECT, TAILS_TO, TOGETHER = 0.48, 0.64, 0.68, 0.79, 0.89
LONG = 3
LEAST = 1e-300
GAIN = 1e-7


@part
def propose(d):
    """Write the steps of one move down; none where it may not be."""
    u = below(d.chance, d.able.shape[0])
    if not free(d, u):
        return
    kind = unit(d.chance)
    if not alone(d, u) and d.task[u].shift < 0:
        together(d, u)
    elif kind < RELOCATE:
        relocate(d, u, 1)
    elif kind < SWAP:
        swap(d, u)
    elif kind < EJECT:
        eject(d, u)
    elif kind < TAILS_TO:
        tails(d, u)
    elif kind < TOGETHER and d.crews.shape[0] > 0:
        together(d, d.crews[below(d.chance, d.crews.shape[0])])
    else:
        relocate(d, u, 2 + below(d.chance, LONG - 1))


@part
def most_late(d):
    """The largest lateness of the plan as it stands."""
    most = 0.0
    for u in range(d.able.shape[0]):
        if d.task[u].shift >= 0:
            most = max(most, d.task[u].start - d.task[u].limit)
    return most


@part
def new_most(d):
    """The largest lateness after a move: from what changed, or from all where the worst changed."""
    if d.counts[CHANGED_MOST]:
        return most_late(d)
    most, m = d.sums[MOST_LATE], d.able.shape[0]
    for n in range(d.counts[TRACED]):
        u = d.trace[n].node
        if u < m and d.task[u].shift >= 0:
            most = max(most, d.task[u].start - d.task[u].limit)
    return most


@part
def price(d, worth, most_looks):
    """Whether the written move costs no more than it may; `sums` then hold what it makes."""
    weight = d.sums[MOST_LATE_MINUTE]
    d.sums[TRIED_COST] = d.sums[COST] - weight * d.sums[MOST_LATE]
    d.sums[TRIED_LATE] = d.sums[LATE]
    d.sums[TRIED_OVER] = d.sums[OVER]
    d.counts[TRACED] = 0
    d.counts[CHANGED_MOST] = 0
    do_steps(d)
    soft = max(0.0, d.sums[TRIED_LATE]) + max(0.0, d.sums[OVER])
    bound = worth + soft
    if d.sums[TRIED_COST] > bound:
        forget_queue(d)
        return False
    if not propagate(d, most_looks, bound) or d.sums[TRIED_COST] > worth:
        return False
    if weight > 0.0:
        most = new_most(d)
        d.sums[TRIED_COST] += weight * most
        if d.sums[TRIED_COST] > worth:
            return False
        d.sums[MOST_LATE] = most
    return True


@part
def keep(d):
    """The move stands; where nothing was ever better, the plan is written down."""
    d.sums[COST] = d.sums[TRIED_COST]
    d.sums[LATE] = d.sums[TRIED_LATE]
    d.sums[OVER] = d.sums[TRIED_OVER]
    if d.sums[COST] < d.sums[BEST] - GAIN:
        d.sums[BEST] = d.sums[COST]
        for u in range(d.task.shape[0]):
            d.best[0, u] = d.task[u].after
            d.best[1, u] = d.task[u].shift


@door
def anneal(d, first, last, rounds):
    """Try so many moves while the temperature falls from first to last. Moves that were kept."""
    most_looks = 2 * d.task.shape[0] + 20
    cooler = (last / first) ** (1.0 / max(1, rounds))
    kept = 0
    temperature = first
    for _ in range(rounds):
        temperature *= cooler
        worth = d.sums[COST] - temperature * math.log(unit(d.chance) + LEAST)
        d.sums[BOUND] = (
            worth + d.sums[LATE] + d.sums[OVER] + (d.sums[MOST_LATE_MINUTE] * d.sums[MOST_LATE])
        )
        d.counts[STEPS] = 0
        propose(d)
        if d.counts[STEPS] == 0:
            continue
        if price(d, worth, most_looks):
            keep(d)
            kept += 1
        else:
            restore(d)
            undo_steps(d)
    return kept
