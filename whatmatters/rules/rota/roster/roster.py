"""A roster: who is on each turn, and its file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from whatmatters.rules.rota.faults import BadInput, Fault, refuse_any
from whatmatters.rules.rota.reading import parsed
from whatmatters.rules.rota.roster.problem import RosterProblem
from whatmatters.rules.rota.shape import Schema

FORMAT = "whatmatters-roster-plan/1"


@dataclass(frozen=True, slots=True)
class Roster:
    """`on[turn, part]` is the worker there; a place that nobody has is left out.

    A part is the place of a list in the turn's `needs`, from 0.
    """

    on: Mapping[tuple[str, int], str]

    def turns_of(self, worker: str) -> set[str]:
        """The names of the turns that somebody is on."""
        return {turn for (turn, _), there in self.on.items() if there == worker}


def read_roster(text: str, schema: Schema, problem: RosterProblem) -> Roster:
    """The roster that a JSON text describes. BadInput where it is none, or of other weeks."""
    raw = parsed(text, schema)
    if raw["day"] != problem.first.isoformat():
        told = {"value": raw["day"], "day": problem.first.isoformat()}
        raise BadInput((Fault("another_day", "day", told),))
    names = [row["turn"] for row in raw["turns"]]
    twice = sorted({name for name in names if names.count(name) > 1})
    refuse_any(tuple(Fault("named_twice", f"turns.{name}", {"value": name}) for name in twice))
    places = [
        ((row["turn"], place.get("part", 1) - 1), place["worker"])
        for row in raw["turns"]
        for place in row["workers"]
    ]
    refuse_any(tuple(_twice(places)))
    return Roster(dict(places))


def _twice(places: list[tuple[tuple[str, int], str]]) -> Iterator[Fault]:
    seen = set()
    for (turn, part), _ in places:
        if (turn, part) in seen:
            yield Fault("place_twice", f"turns.{turn}", {"part": part + 1})
        seen.add((turn, part))


def roster_object(problem: RosterProblem, roster: Roster) -> dict[str, Any]:
    """The roster as an object to be written as JSON: every turn, and who is there."""
    turns = [
        {
            "turn": turn.id,
            "on": turn.day.isoformat(),
            "workers": [
                {"part": part + 1, "worker": roster.on[turn.id, part]}
                for part in range(len(turn.needs))
                if (turn.id, part) in roster.on
            ],
        }
        for turn in problem.turns.values()
    ]
    return {"format": FORMAT, "day": problem.first.isoformat(), "turns": turns}
