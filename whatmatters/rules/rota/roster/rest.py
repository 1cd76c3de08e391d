"""Rest: eleven hours without a break in each day of 24 hours that begins with a turn."""

from collections.abc import Sequence

from whatmatters.rules.rota.clock import MINUTES_IN_A_DAY
from whatmatters.rules.rota.roster.problem import RosterRules, Turn


def longest_rest(turns: Sequence[Turn], n: int) -> tuple[float, Turn]:
    """Of her turns in order: the longest rest in the 24 hours that begin with one of them, and the
    last turn that begins in these."""
    until = turns[n].starts + MINUTES_IN_A_DAY
    last, longest, since = turns[n], float(0), turns[n].ends
    for turn in turns[n + 1 :]:
        if turn.starts >= until:
            break
        longest, since, last = max(longest, turn.starts - since), max(since, turn.ends), turn
    return max(longest, until - since), last


def longest_turn(rules: RosterRules) -> float:
    """What is left of 24 hours after the rest."""
    return MINUTES_IN_A_DAY - rules.rest
