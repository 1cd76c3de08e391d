"""Whether somebody may be on a turn at all, and whether she may be on two."""

from itertools import combinations

from whatmatters.rules.rota.roster.problem import Member, RosterProblem, RosterRules, Turn
from whatmatters.rules.rota.roster.spans import within


def unfit(problem: RosterProblem, turn: Turn, part: int, member: Member) -> str | None:
    """Why she may not be on it, a code; None where she may."""
    if not turn.needs[part] <= member.skills:
        return "not_skilled"
    if member.can and not within(turn, member.can):
        return "not_available"
    if _away(problem, turn, member):
        return "away"
    if turn.starts < member.free_from:
        return "rest_from_before"
    return None


def _away(problem: RosterProblem, turn: Turn, member: Member) -> bool:
    for first, last in member.away:
        for day in range(len(problem.midnights) - 1):
            on = (first - problem.first).days <= day <= (last - problem.first).days
            if on and problem.touches(turn, day):
                return True
    return False


def clash(one: Turn, other: Turn, rules: RosterRules) -> str | None:
    """Why nobody may be on both, a code; None where somebody may, as far as the two go."""
    first, second = sorted((one, other), key=lambda turn: (turn.starts, turn.ends))
    if second.starts < first.ends:
        return "overlap"
    straight_on = second.starts - first.ends < rules.least_break
    no_break = max(first.break_minutes, second.break_minutes) < rules.least_break
    if straight_on and no_break and second.ends - first.starts > rules.long_turn:
        return "no_break_between"
    return None


def clashes(problem: RosterProblem) -> list[tuple[Turn, Turn, str]]:
    """Every two turns that nobody may have both."""
    found = []
    for one, other in combinations(problem.turns.values(), 2):
        code = clash(one, other, problem.rules)
        if code is not None:
            found.append((one, other, code))
    return found
