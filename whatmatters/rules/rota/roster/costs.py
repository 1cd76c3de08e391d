"""What a roster costs: tiers, the worst first, each counted by itself and never added up."""

from whatmatters.rules.rota.plan import Tier
from whatmatters.rules.rota.roster.may import unfit
from whatmatters.rules.rota.roster.problem import Member, RosterProblem
from whatmatters.rules.rota.roster.roster import Roster
from whatmatters.rules.rota.roster.spans import meets


def tiers_of(problem: RosterProblem, roster: Roster) -> tuple[Tier, ...]:
    """Nobody there; short of contract; unpopular turns unevenly shared; against a wish."""
    return (
        _uncovered(problem, roster),
        _short(problem, roster),
        _uneven(problem, roster),
        _against_wishes(problem, roster),
    )


def able(problem: RosterProblem, kind: str) -> list[Member]:
    """Who might be on any turn of an unpopular kind: only they share it."""
    return [
        member
        for member in problem.members.values()
        if any(
            kind in turn.kinds and unfit(problem, turn, part, member) is None
            for turn, part in problem.parts()
        )
    ]


def kinds_of(problem: RosterProblem) -> list[str]:
    """Every unpopular kind that a turn has, in order."""
    return sorted({kind for turn in problem.turns.values() for kind in turn.kinds})


def _uncovered(problem: RosterProblem, roster: Roster) -> Tier:
    empty = [turn for turn, part in problem.parts() if (turn.id, part) not in roster.on]
    names = tuple(turn.id for turn in empty)
    return Tier("uncovered_turns", len(empty), sum(turn.paid for turn in empty), names)


def _short(problem: RosterProblem, roster: Roster) -> Tier:
    """Weeks in which somebody has less work than her contract promises her."""
    missing = []
    for member in problem.members.values():
        for week in range(problem.weeks):
            mine = [problem.turns[name] for name in roster.turns_of(member.id)]
            had = sum(turn.paid for turn in mine if problem.week_of(turn) == week)
            if had < member.least:
                missing.append((member.id, member.least - had))
    names = tuple(dict.fromkeys(name for name, _ in missing))
    return Tier("short_of_contract", len(missing), sum(minutes for _, minutes in missing), names)


def _uneven(problem: RosterProblem, roster: Roster) -> Tier:
    """The most less the fewest of each kind, with the weeks before; only the range is told."""
    total, told = 0, []
    for kind in kinds_of(problem):
        had = [
            member.before.get(kind, 0)
            + sum(kind in problem.turns[name].kinds for name in roster.turns_of(member.id))
            for member in able(problem, kind)
        ]
        if had:
            total += max(had) - min(had)
            told.append(f"{kind}: {min(had)}–{max(had)}")
    return Tier("unevenly_shared", total, which=tuple(told))


def _against_wishes(problem: RosterProblem, roster: Roster) -> Tier:
    against = [
        turn
        for (turn, _), worker in roster.on.items()
        if meets(problem.turns[turn], problem.members[worker].rather_not)
    ]
    return Tier("against_a_wish", len(against), which=tuple(against))
