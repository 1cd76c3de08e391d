"""Why nobody has a place: of each worker the first rule that would be broken, by the checker."""

from collections.abc import Mapping
from dataclasses import replace

from whatmatters.rules.rota.roster.check import judge_roster
from whatmatters.rules.rota.roster.problem import RosterProblem
from whatmatters.rules.rota.roster.roster import Roster

# No rule is broken: the search ended before it found that she could be there.
COULD = "could"


def why_nobody(
    problem: RosterProblem, roster: Roster
) -> list[tuple[tuple[str, int], Mapping[str, list[str]]]]:
    """Each place that nobody has, with workers by what keeps them from it; whoever
    is there already, in another place of the same turn, is not among them."""
    found: list[tuple[tuple[str, int], Mapping[str, list[str]]]] = []
    for turn, part in problem.parts():
        if (turn.id, part) not in roster.on:
            reasons: dict[str, list[str]] = {}
            for worker in problem.members:
                if turn.id not in roster.turns_of(worker):
                    code = _kept_from(problem, roster, (turn.id, part), worker)
                    reasons.setdefault(code, []).append(worker)
            found.append(((turn.id, part), reasons))
    return found


def _kept_from(problem: RosterProblem, roster: Roster, place: tuple[str, int], worker: str) -> str:
    """The code of what she would break by being there too; of hers alone, so that it is quick."""
    hers = {key: who for key, who in roster.on.items() if who == worker} | {place: worker}
    turns = {name: problem.turns[name] for name, _part in hers}
    alone = replace(problem, turns=turns, members={worker: problem.members[worker]})
    broken = judge_roster(alone, Roster(hers)).broken
    return broken[0].code if broken else COULD
