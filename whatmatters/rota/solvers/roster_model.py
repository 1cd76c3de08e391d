"""The weeks of a roster as a model of CP-SAT: who is where, what may not be, and the tiers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from whatmatters.rota.solvers.roster_rest import restless
from whatmatters.rules.rota.roster.costs import able, kinds_of
from whatmatters.rules.rota.roster.may import clashes, unfit
from whatmatters.rules.rota.roster.problem import Member, RosterProblem, Turn
from whatmatters.rules.rota.roster.spans import meets


@dataclass(frozen=True, slots=True)
class RosterModel:
    """`there[turn, part, worker]` is true where she has that place; `tiers` in order."""

    model: Any
    there: dict[tuple[str, int, str], Any]
    tiers: tuple[tuple[str, Any], ...]


def model_of(problem: RosterProblem) -> RosterModel:
    """The model; only places that somebody may have are in it."""
    model = cp_model.CpModel()
    there = {
        (turn.id, part, member.id): model.new_bool_var(f"{turn.id} {part} {member.id}")
        for turn, part in problem.parts()
        for member in problem.members.values()
        if unfit(problem, turn, part, member) is None
    }
    empty = _covered(model, problem, there)
    on = {key: sum(places) for key, places in _by_turn(there).items()}
    _one_place_each(model, on)
    _apart(model, problem, on)
    _rested(model, problem, on)
    for member in problem.members.values():
        _keeps(model, there, member)
        _days_free(model, problem, on, member)
    short = list(_weeks(model, problem, on))
    tiers = (
        ("uncovered_turns", empty),
        ("short_of_contract", sum(short)),
        ("unevenly_shared", sum(_uneven(model, problem, on))),
        ("against_a_wish", sum(_unwished(problem, on))),
    )
    return RosterModel(model, there, tiers)


def _by_turn(there: dict[tuple[str, int, str], Any]) -> dict[tuple[str, str], list[Any]]:
    found: dict[tuple[str, str], list[Any]] = {}
    for (turn, _, worker), place in there.items():
        found.setdefault((turn, worker), []).append(place)
    return found


def _covered(model: Any, problem: RosterProblem, there: dict[tuple[str, int, str], Any]) -> Any:
    """Nobody or one on each place; the paid minutes of what nobody has."""
    minutes = []
    for turn, part in problem.parts():
        who = [there[key] for m in problem.members if (key := (turn.id, part, m)) in there]
        model.add_at_most_one(who)
        minutes.append(round(turn.paid) * (1 - sum(who)))
    return sum(minutes)


def _one_place_each(model: Any, on: dict[tuple[str, str], Any]) -> None:
    for places in on.values():
        model.add(places <= 1)


def _apart(model: Any, problem: RosterProblem, on: dict[tuple[str, str], Any]) -> None:
    for one, other, _ in clashes(problem):
        for member in problem.members:
            if (one.id, member) in on and (other.id, member) in on:
                model.add(on[one.id, member] + on[other.id, member] <= 1)


def _rested(model: Any, problem: RosterProblem, on: dict[tuple[str, str], Any]) -> None:
    for chain in restless(problem):
        for member in problem.members:
            if all((turn, member) in on for turn in chain):
                model.add(sum(on[turn, member] for turn in chain) < len(chain))


def _keeps(model: Any, there: dict[tuple[str, int, str], Any], member: Member) -> None:
    for turn, part in member.keeps:
        model.add(there[turn, part, member.id] == 1)


def _hers(problem: RosterProblem, on: dict[tuple[str, str], Any], who: str) -> list[Turn]:
    return [turn for turn in problem.turns.values() if (turn.id, who) in on]


def _days_free(
    model: Any, problem: RosterProblem, on: dict[tuple[str, str], Any], member: Member
) -> None:
    mine = _hers(problem, on, member.id)
    for week in range(problem.weeks):
        free = []
        for day in problem.days_of(week):
            touched = [on[t.id, member.id] for t in mine if problem.touches(t, day)]
            if not touched:
                break
            free.append(model.new_bool_var(f"{member.id} free on {day}"))
            model.add(sum(touched) == 0).only_enforce_if(free[-1])
        else:
            model.add_at_least_one(free)


def _weeks(model: Any, problem: RosterProblem, on: dict[tuple[str, str], Any]) -> Iterator[Any]:
    """No week too long; what each week lacks of a contract."""
    for member in problem.members.values():
        mine = _hers(problem, on, member.id)
        law = member.most if member.longer_weeks else problem.rules.most_in_a_week
        for week in range(problem.weeks):
            had = sum(
                round(turn.paid) * on[turn.id, member.id]
                for turn in mine
                if problem.week_of(turn) == week
            )
            most = min(member.most, law)
            if most < float("inf"):
                model.add(had <= round(most))
            if member.least:
                short = model.new_int_var(0, round(member.least), f"{member.id} short in {week}")
                model.add(short >= round(member.least) - had)
                yield short


def _uneven(model: Any, problem: RosterProblem, on: dict[tuple[str, str], Any]) -> Iterator[Any]:
    for kind in kinds_of(problem):
        turns = [turn for turn in problem.turns.values() if kind in turn.kinds]
        sharing = able(problem, kind)
        if not sharing:
            continue
        before = max(member.before.get(kind, 0) for member in sharing)
        most, fewest = (
            model.new_int_var(0, before + len(turns), f"{name} of {kind}")
            for name in ("most", "least")
        )
        for member in sharing:
            had = member.before.get(kind, 0) + sum(
                on[turn.id, member.id] for turn in turns if (turn.id, member.id) in on
            )
            model.add(most >= had)
            model.add(fewest <= had)
        yield most - fewest


def _unwished(problem: RosterProblem, on: dict[tuple[str, str], Any]) -> Iterator[Any]:
    for (turn, worker), places in on.items():
        if meets(problem.turns[turn], problem.members[worker].rather_not):
            yield places
