"""Plans of days that were asked for and are not made yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from whatmatters.rota.models import DayAsked, DayPlan

# An asking that could not be planned by then is over: it is not tried for ever.
TRIED_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which team's day, as the queue writes it, and who asked."""

    council_id: int
    team_id: int
    day: str
    user_id: int


def days_asked(at: datetime) -> tuple[Asked, ...]:
    """Of all councils in which the caller stands, the oldest first (one query)."""
    made = DayPlan.objects.filter(
        team_id=OuterRef("team_id"), on=OuterRef("on"), at__gte=OuterRef("at"), offer__isnull=True
    )
    rows = DayAsked.objects.filter(~Exists(made), at__gte=at - TRIED_FOR).order_by("id")
    told = rows.values_list("council_id", "team_id", "on", "by_id")
    return tuple(Asked(council, team, on.isoformat(), by) for council, team, on, by in told)
