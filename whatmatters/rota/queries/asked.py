"""Plans of days that were asked for and are not made: not yet, or why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef

from whatmatters.rota.models import AgreedVisit, DayAsked, DayPlan, DayUnplanned
from whatmatters.rules.rota.faults import Fault

# An asking that could not be planned by then is over: it is not tried for ever.
TRIED_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which team's day, as the queue writes it, and who asked."""

    council_id: int
    team_id: int
    day: str
    user_id: int


@dataclass(frozen=True, slots=True)
class Unplanned:
    """When a day was asked for that has no plan since, and the faults that kept it from one.

    None: it waits for the search, or nobody came to it in time.
    """

    asked_at: datetime
    faults: tuple[Fault, ...] | None

    def waits(self, at: datetime) -> bool:
        """Whether it is being searched still."""
        return self.faults is None and self.asked_at >= at - TRIED_FOR


@dataclass(frozen=True, slots=True)
class VisitOf:
    """Whose an agreed visit is, and what it is for."""

    person_id: int
    what: str


def visits_of(council_id: int, ids: Iterable[int]) -> dict[int, VisitOf]:
    """Agreed visits by their numbers, in one query; none where none is asked about."""
    wanted = set(ids)
    rows = AgreedVisit.objects.of(council_id).filter(pk__in=wanted)
    told = rows.values_list("pk", "plan__person_id", "said__what") if wanted else ()
    return {pk: VisitOf(person_id, what) for pk, person_id, what in told}


def unplanned(council_id: int, team_id: int, on: date) -> Unplanned | None:
    """The day as it was last asked for, where it has no plan since."""
    asked = DayAsked.objects.of(council_id).filter(team_id=team_id, on=on)
    last = asked.select_related("unplanned").order_by("-id").first()
    if last is None:
        return None
    plans = DayPlan.objects.of(council_id).filter(team_id=team_id, on=on, offer__isnull=True)
    if plans.filter(at__gte=last.at).exists():
        return None
    why = getattr(last, "unplanned", None)
    return Unplanned(last.at, tuple(Fault(**one) for one in why.faults) if why else None)


def days_asked(at: datetime) -> tuple[Asked, ...]:
    """Of all councils in which the caller stands, the oldest first (one query)."""
    made = DayPlan.objects.filter(
        team_id=OuterRef("team_id"), on=OuterRef("on"), at__gte=OuterRef("at"), offer__isnull=True
    )
    refused = DayUnplanned.objects.filter(
        asked__team_id=OuterRef("team_id"), asked__on=OuterRef("on"), asked_id__gte=OuterRef("pk")
    )
    tried = DayAsked.objects.filter(~Exists(made), ~Exists(refused), at__gte=at - TRIED_FOR)
    rows = tried.order_by("id")
    told = rows.values_list("council_id", "team_id", "on", "by_id")
    return tuple(Asked(council, team, on.isoformat(), by) for council, team, on, by in told)
