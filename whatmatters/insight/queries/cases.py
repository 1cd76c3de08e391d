"""The cases behind a figure: the people counted in it whom this reader may see, and no others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from whatmatters.access.queries import Actor, people_allowed
from whatmatters.insight.queries.costs import counted_costs, priced
from whatmatters.insight.queries.counting import inside, judged, shares
from whatmatters.insight.queries.dashboard import Dashboard
from whatmatters.insight.queries.facts import Facts, weeks_until
from whatmatters.insight.queries.scopes import Scope
from whatmatters.outcomes.queries.cost_figures import cost_figures
from whatmatters.outcomes.queries.figures import (
    decline_figures,
    gap_figures,
    plan_figures,
    start_figures,
)
from whatmatters.outcomes.queries.judged_figures import Voice, judged_figures
from whatmatters.payments.queries.figures import spend_figures
from whatmatters.people.queries import PersonFacts
from whatmatters.people.queries.listed import listed
from whatmatters.rules.measures.rates import Counted
from whatmatters.rules.measures.register import Measure, Shape

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Behind:
    """People behind a figure, by name, each with what of hers is counted."""

    people: tuple[PersonFacts, ...]
    counted: Mapping[int, Counted]


def is_told(board: Dashboard, measure: Measure) -> bool:
    """Whether a figure is shown and opens: one that is withheld never does."""
    if measure.key not in board.measures:
        return False
    told = {
        Shape.DAYS: board.starts.middle is not None,
        Shape.VOICES: any(row.voices[Voice.FINDING].shown for row in board.kinds),
        Shape.WARDS: board.gaps.total_told,
        Shape.RATIO: board.costs.whole.told is not None,
        Shape.PARTS: _parts_told(board, measure.key),
    }
    if measure.shape is Shape.SHARE:
        return board.shares[measure.key].rate.shown
    return told.get(measure.shape, False)


def _parts_told(board: Dashboard, key: str) -> bool:
    """Whether a total is told, and of spend some part of it."""
    if key == "declines":
        return board.declines.count >= board.minimum
    return any(part.pence is not None for part in board.spend.parts)


def behind(actor: Actor, scope: Scope, measure: Measure, *, on: date) -> Behind:
    """Who is counted in a figure of a scope, among those with whom the actor may do `needs`.

    Two queries and those of the actor's relationships; at most MOST_SHOWN people.
    """
    counted = counted_by_person(scope, measure, on=on)
    among = people_allowed(actor, measure.needs, on)
    seen = listed(actor.council_id, among, only=sorted(counted), limit=MOST_SHOWN)
    return Behind(seen, counted)


def counted_by_person(scope: Scope, measure: Measure, *, on: date) -> dict[int, Counted]:
    """The figure's own query, person by person; nobody of whom nothing is counted."""
    rows: defaultdict[int, list[Any]] = defaultdict(list)
    for row in _rows(scope, measure, on):
        rows[row.person_id].append(row)
    found = {person_id: _counted(measure, held, on) for person_id, held in rows.items()}
    return {person_id: counted for person_id, counted in found.items() if counted.denominator}


def _rows(scope: Scope, measure: Measure, on: date) -> Iterable[Any]:
    among, council = replace(scope.among, only=True), scope.council_id
    days = (council, weeks_until(on).start, on, among)
    match measure.query.rpartition(".")[2]:
        case "plan_figures":
            return plan_figures(council, on=on, among=among, by_person=True)
        case "judged_figures":
            return judged_figures(*days, by_person=True)
        case "start_figures":
            return start_figures(*days)
        case "gap_figures":
            return gap_figures(*days)
        case "decline_figures":
            return decline_figures(*days, by_person=True)
        case "spend_figures":
            return (s for s in spend_figures(*days, by_person=True) if s.person_id is not None)
        case _:
            return priced(cost_figures(*days))


def _counted(measure: Measure, rows: list[Any], on: date) -> Counted:
    if measure.shape is Shape.RATIO:
        return counted_costs(rows)
    if measure.key == "declines":
        return Counted(sum(row.count for row in rows), len(rows), 1)
    if measure.key == "spend":
        return Counted(sum(row.pence for row in rows), sum(row.agreements for row in rows), 1)
    if measure.shape is Shape.WARDS:
        return Counted(len(rows), len(rows), 1)
    if measure.shape is Shape.VOICES:
        return judged(rows, inside, Voice.FINDING)
    if measure.shape is Shape.DAYS:
        return Counted(min(row.days for row in rows), len(rows), 1)
    period, held = weeks_until(on), tuple(rows)
    facts = {
        "plan_figures": Facts(period, plans=held),
        "judged_figures": Facts(period, judged=held),
        "start_figures": Facts(period, starts=held),
    }
    return shares(facts[measure.query.rpartition(".")[2]], inside)[measure.key]
