"""Judges any roster from scratch, in plain Python, whoever made it."""

from collections import Counter
from collections.abc import Iterator

from whatmatters.rules.rota.plan import Broken, Verdict
from whatmatters.rules.rota.roster.costs import tiers_of
from whatmatters.rules.rota.roster.may import clashes, unfit
from whatmatters.rules.rota.roster.problem import Member, RosterProblem, Turn
from whatmatters.rules.rota.roster.rest import longest_rest
from whatmatters.rules.rota.roster.roster import Roster


def judge_roster(problem: RosterProblem, roster: Roster) -> Verdict:
    """Every hard rule that it breaks, then what it costs, tier by tier.

    A roster that names what the problem does not know has rules broken and no tiers.
    """
    unknown = tuple(_unknown(problem, roster))
    if unknown:
        return Verdict(unknown, (), {})
    broken = (*_of_turns(problem, roster), *_of_members(problem, roster))
    paid = sum(problem.turns[turn].paid for turn, _ in roster.on)
    return Verdict(broken, tiers_of(problem, roster), {"paid_minutes": paid})


def turns_of(problem: RosterProblem, roster: Roster, worker: str) -> list[Turn]:
    """Her turns, each once, in the order of time."""
    mine = [problem.turns[name] for name in roster.turns_of(worker)]
    return sorted(mine, key=lambda turn: (turn.starts, turn.id))


def _unknown(problem: RosterProblem, roster: Roster) -> Iterator[Broken]:
    for (name, part), worker in roster.on.items():
        turn = problem.turns.get(name)
        if turn is None:
            yield Broken("unknown_turn", {"turn": name})
        elif part >= len(turn.needs):
            yield Broken("too_many_on_it", {"turn": name, "wanted": len(turn.needs)})
        if worker not in problem.members:
            yield Broken("unknown_worker", {"turn": name, "worker": worker})


def _of_turns(problem: RosterProblem, roster: Roster) -> Iterator[Broken]:
    there: Counter[tuple[str, str]] = Counter()
    for (name, part), worker in roster.on.items():
        there[name, worker] += 1
        why = unfit(problem, problem.turns[name], part, problem.members[worker])
        if why is not None:
            yield Broken(why, {"turn": name, "worker": worker})
    for (name, worker), times in there.items():
        if times > 1:
            yield Broken("twice_on_it", {"turn": name, "worker": worker})


def _of_members(problem: RosterProblem, roster: Roster) -> Iterator[Broken]:
    apart = clashes(problem)
    for member in problem.members.values():
        mine = turns_of(problem, roster, member.id)
        names = {turn.id for turn in mine}
        for one, other, code in apart:
            if one.id in names and other.id in names:
                yield Broken(code, {"worker": member.id, "turn": one.id, "other": other.id})
        yield from _rest(problem, member, mine)
        for turn, part in sorted(member.keeps):
            if roster.on.get((turn, part)) != member.id:
                yield Broken("promise_taken_back", {"turn": turn, "worker": member.id})
        for week in range(problem.weeks):
            yield from _of_a_week(problem, member, mine, week)


def _rest(problem: RosterProblem, member: Member, mine: list[Turn]) -> Iterator[Broken]:
    for n, turn in enumerate(mine):
        rest, last = longest_rest(mine, n)
        if rest < problem.rules.rest:
            told = {"worker": member.id, "turn": turn.id, "other": last.id}
            yield Broken("too_little_rest", {**told, "rest": rest})


def _of_a_week(
    problem: RosterProblem, member: Member, mine: list[Turn], week: int
) -> Iterator[Broken]:
    told = {"worker": member.id, "week": week + 1}
    minutes = sum(turn.paid for turn in mine if problem.week_of(turn) == week)
    if minutes > member.most:
        yield Broken("over_contract", {**told, "minutes": minutes, "most": member.most})
    elif minutes > problem.rules.most_in_a_week and not member.longer_weeks:
        most = problem.rules.most_in_a_week
        yield Broken("over_week", {**told, "minutes": minutes, "most": most})
    days = problem.days_of(week)
    if all(any(problem.touches(turn, day) for turn in mine) for day in days):
        yield Broken("no_day_free", told)
