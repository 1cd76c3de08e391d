"""A roster of a team's week: from records, searched, judged, and kept only if it is legal."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.policy.rota import (
    roster_effort,
    roster_kinds,
    roster_rules,
    rota_limits,
    rota_schema,
)
from whatmatters.rota import models as rows
from whatmatters.rota.services.asking_rosters import week_to_roster
from whatmatters.rota.services.version_parts import stamp
from whatmatters.rules.rota.plan import Verdict
from whatmatters.rules.rota.roster.asked_refusals import NoRosterFound
from whatmatters.rules.rota.roster.check import judge_roster
from whatmatters.rules.rota.roster.problem import RosterProblem
from whatmatters.rules.rota.roster.roster import Roster
from whatmatters.rules.rota.roster.week_file import needed_of
from whatmatters.rules.rota.roster.week_reading import WeekRead, read_week
from whatmatters.rules.rota.roster.week_values import TeamWeek
from whatmatters.rules.rota.roster.week_why import why_nobody

SEED = 1


def make_roster(*, by: Actor, at: datetime, on: date, team_id: int, monday: date) -> int:
    """Roster a team's week; the roster's id. What stands already stays, and is counted.

    The same records give the same roster. Never in a page's own request. Raises as
    `ask_for_roster` does, BadInput, NoRosterFound.
    """
    read = week_read(week_to_roster(by, on, team_id, monday))
    from whatmatters.rota.solvers.rostering import rostered  # the solver is slow to load

    found = rostered(read.problem, effort=roster_effort(), seed=SEED)
    if found.roster is None:
        raise NoRosterFound()
    verdict = judge_roster(read.problem, found.roster)
    if not verdict.legal:
        raise RuntimeError("a roster left the solver that the checker refuses")
    judged = _judged(read, found.roster, verdict, found.proven)
    return _keep(by, at, (team_id, monday), (read.problem, found.roster), judged)


def week_read(week: TeamWeek) -> WeekRead:
    """The problem of a week, by the figures in use. Raises BadInput."""
    return read_week(week, rota_schema("roster"), rota_limits(), roster_rules(), roster_kinds())


def _judged(
    read: WeekRead, roster: Roster, verdict: Verdict, proven: tuple[str, ...]
) -> dict[str, Any]:
    """What the checker said, in codes and numbers of rows."""
    why = []
    for (turn, part), reasons in why_nobody(read.problem, roster):
        place = needed_of(turn)
        assert place is not None  # what stands has somebody
        kept = {code: [int(who[1:]) for who in workers] for code, workers in reasons.items()}
        told = {"needed": place[0], "on": place[1].isoformat(), "part": part}
        why.append({**told, "reasons": kept})
    return {
        "tiers": [
            {"code": one.code, "count": one.count, "minutes": round(one.minutes)}
            for one in verdict.tiers
        ],
        "proven": list(proven),
        "why": why,
        "aside": {str(pk): code for pk, code in read.aside.items()},
    }


@transaction.atomic
def _keep(
    by: Actor,
    at: datetime,
    whose: tuple[int, date],
    made: tuple[RosterProblem, Roster],
    judged: dict[str, Any],
) -> int:
    problem, roster = made
    row = rows.WeekRoster.objects.create(
        **stamp(by, at), team_id=whose[0], monday=whose[1], judged=judged
    )
    places = []
    for turn, part in problem.parts():
        needed, who = needed_of(turn.id), roster.on.get((turn.id, part))
        if needed is not None:
            where = {"needed_id": needed[0], "on": needed[1], "part": part}
            worker = None if who is None else int(who[1:])
            places.append(rows.RosterPlace(**stamp(by, at), roster=row, **where, worker_id=worker))
    rows.RosterPlace.objects.bulk_create(places)
    audit_many(by=by, at=at, events=[Audited("roster.made", "week_roster", row.pk)])
    return int(row.pk)
