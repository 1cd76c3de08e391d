"""What is well written and can not be, named by its record before anybody searches."""

from collections.abc import Iterator

from whatmatters.rules.rota.faults import Fault, Limits
from whatmatters.rules.rota.roster.check import judge_roster
from whatmatters.rules.rota.roster.problem import Member, RosterProblem, Turn
from whatmatters.rules.rota.roster.rest import longest_turn
from whatmatters.rules.rota.roster.roster import Roster


def senseless(problem: RosterProblem, limits: Limits) -> Iterator[Fault]:
    """Every turn and member of whom no roster could make sense."""
    faults = [fault for turn in problem.turns.values() for fault in _turn(problem, turn, limits)]
    faults += [fault for member in problem.members.values() for fault in _member(member)]
    yield from faults
    if not faults:
        yield from _promises(problem)


def _turn(problem: RosterProblem, turn: Turn, limits: Limits) -> Iterator[Fault]:
    where, length = f"turns.{turn.id}", turn.ends - turn.starts
    if not 0 <= (turn.day - problem.first).days < len(problem.midnights) - 1:
        told = {"value": turn.day.isoformat(), "first": problem.first.isoformat()}
        yield Fault("not_of_these_weeks", where, {**told, "weeks": problem.weeks})
    if length <= 0:
        yield Fault("shift_ends_first", where)
    elif length > (longest := min(limits.longest_minutes, longest_turn(problem.rules))):
        yield Fault("shift_too_long", where, {"minutes": longest})
    elif turn.starts % 1 or turn.ends % 1:
        yield Fault("not_whole_minutes", where)
    elif turn.paid <= 0:
        yield Fault("all_break", where)
    elif length > problem.rules.long_turn and turn.break_minutes < problem.rules.least_break:
        told_of = {"minutes": problem.rules.long_turn, "least": problem.rules.least_break}
        yield Fault("no_break", where, told_of)


def _member(member: Member) -> Iterator[Fault]:
    where = f"workers.{member.id}"
    if member.most < member.least:
        yield Fault("more_than_most", f"{where}.week_minutes")
    for first, last in member.away:
        if last < first:
            yield Fault("away_ends_first", f"{where}.away")
    for span in (*member.can, *member.rather_not):
        if span.ends <= span.starts:
            yield Fault("hours_end_first", where)


def _promises(problem: RosterProblem) -> Iterator[Fault]:
    """Turns that were promised and that no roster may hold, by themselves or together."""
    kept: dict[tuple[str, int], str] = {}
    for member in problem.members.values():
        for place in sorted(member.keeps):
            if place in kept:
                told = {"turn": place[0], "other": kept[place]}
                yield Fault("promised_twice", f"workers.{member.id}.keeps", told)
            kept.setdefault(place, member.id)
    for broken in judge_roster(problem, Roster(kept)).broken:
        if broken.code != "promise_taken_back":
            where = f"workers.{broken.params['worker']}.keeps"
            yield Fault("promise_breaks_a_rule", where, {"rule": broken.code, **broken.params})
