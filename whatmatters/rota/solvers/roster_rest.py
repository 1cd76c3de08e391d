"""Turns of which nobody may have all, because too little rest would be left: for the solver.

The checker looks at the turns that somebody has, one day of 24 hours after another; this looks
for chains of turns with less than the rest between each two that fill more than the day allows.
"""

from collections.abc import Iterator

from whatmatters.rules.rota.clock import MINUTES_IN_A_DAY
from whatmatters.rules.rota.roster.problem import RosterProblem, Turn
from whatmatters.rules.rota.roster.rest import longest_turn


def restless(problem: RosterProblem) -> Iterator[tuple[str, ...]]:
    """Each chain once, by the names of its turns."""
    turns = sorted(problem.turns.values(), key=lambda turn: (turn.starts, turn.ends))
    for n, first in enumerate(turns):
        after = [t for t in turns[n + 1 :] if t.starts < first.starts + MINUTES_IN_A_DAY]
        yield from _longer((first,), after, problem)


def _longer(
    chain: tuple[Turn, ...], after: list[Turn], problem: RosterProblem
) -> Iterator[tuple[str, ...]]:
    last = chain[-1]
    if last.ends - chain[0].starts > longest_turn(problem.rules):
        yield tuple(turn.id for turn in chain)
        return
    for n, turn in enumerate(after):
        if 0 <= turn.starts - last.ends < problem.rules.rest:
            yield from _longer((*chain, turn), after[n + 1 :], problem)
