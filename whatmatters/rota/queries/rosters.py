"""A roster of a team's week as it was made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from whatmatters.rota.models import RosterPlace, WeekRoster


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A place on a shift of a day: minutes of the clock; without a worker nobody has it."""

    needed_id: int
    on: date
    part: int
    starts: int
    ends: int
    worker_id: int | None


@dataclass(frozen=True, slots=True)
class RosterFacts:
    """A roster, what the checker said, and whether somebody accepted it."""

    id: int
    team_id: int
    monday: date
    at: datetime
    accepted: bool
    judged: Mapping[str, Any]
    places: tuple[PlaceFacts, ...]


def roster_of_week(council_id: int, team_id: int, monday: date) -> RosterFacts | None:
    """The newest of a week (two queries)."""
    rows = WeekRoster.objects.of(council_id).filter(team_id=team_id, monday=monday)
    return _facts(rows.select_related("accepted").order_by("-id").first())


def roster(council_id: int, roster_id: int) -> RosterFacts | None:
    """One roster; None where the council has no such roster."""
    rows = WeekRoster.objects.of(council_id).filter(pk=roster_id)
    return _facts(rows.select_related("accepted").first())


def _facts(row: WeekRoster | None) -> RosterFacts | None:
    if row is None:
        return None
    told = RosterPlace.objects.filter(roster=row).order_by("on", "needed__starts", "id")
    keys = ("needed_id", "on", "part", "needed__starts", "needed__ends", "worker_id")
    places = tuple(PlaceFacts(*place) for place in told.values_list(*keys))
    accepted = hasattr(row, "accepted")
    return RosterFacts(row.pk, row.team_id, row.monday, row.at, accepted, row.judged, places)
