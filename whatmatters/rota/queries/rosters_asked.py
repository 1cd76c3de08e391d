"""Rosters that were asked for and are not made: not yet, or why not."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef

from whatmatters.rota.models import RosterAsked, RosterUnmade, WeekRoster
from whatmatters.rota.queries.asked import TRIED_FOR, Asked, Unplanned
from whatmatters.rules.rota.faults import Fault


def unmade(council_id: int, team_id: int, monday: date) -> Unplanned | None:
    """The week as it was last asked for, where it has no roster since."""
    asked = RosterAsked.objects.of(council_id).filter(team_id=team_id, monday=monday)
    last = asked.select_related("unmade").order_by("-id").first()
    if last is None:
        return None
    made = WeekRoster.objects.of(council_id).filter(team_id=team_id, monday=monday)
    if made.filter(at__gte=last.at).exists():
        return None
    why = getattr(last, "unmade", None)
    return Unplanned(last.at, tuple(Fault(**one) for one in why.faults) if why else None)


def rosters_asked(at: datetime) -> tuple[Asked, ...]:
    """Of all councils in which the caller stands, the oldest first (one query)."""
    made = WeekRoster.objects.filter(
        team_id=OuterRef("team_id"), monday=OuterRef("monday"), at__gte=OuterRef("at")
    )
    refused = RosterUnmade.objects.filter(
        asked__team_id=OuterRef("team_id"),
        asked__monday=OuterRef("monday"),
        asked_id__gte=OuterRef("pk"),
    )
    tried = RosterAsked.objects.filter(~Exists(made), ~Exists(refused), at__gte=at - TRIED_FOR)
    told = tried.order_by("id").values_list("council_id", "team_id", "monday", "by_id")
    return tuple(Asked(council, team, day.isoformat(), by) for council, team, day, by in told)
