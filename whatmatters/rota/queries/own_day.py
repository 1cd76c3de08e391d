"""What a person's first page says of one day: who is to come, and what waits for her answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Subquery

from whatmatters.rota import models as rows
from whatmatters.rota.queries.delivery import quiet_of, visit_of
from whatmatters.rules.outcomes import Party
from whatmatters.rules.rota.agreed import windows_on


@dataclass(frozen=True, slots=True)
class OwnVisit:
    """A visit of the day: what for, the minutes of the clock between which it may start, and where
    she was told about when and who comes (None: nobody does as was told before)."""

    visit_id: int
    what: str
    earliest: int
    latest: int
    told: tuple[int, str | None] | None = None


@dataclass(frozen=True, slots=True)
class OwnDay:
    """`agreed`: something holds on the day, though perhaps without a visit; `asked`: versions that
    wait for her answer, of each provider the newest."""

    agreed: bool
    visits: tuple[OwnVisit, ...]
    asked: tuple[int, ...]


NOTHING_AGREED = OwnDay(False, (), ())


def own_day(council_id: int, person_id: int, on: date) -> OwnDay:
    """One query, and three more where something is agreed for the day."""
    newest: dict[int, tuple[int, bool]] = {}
    held: dict[int, int | None] = {}
    for row in _offered(council_id, person_id):
        provider = row["provider_id"]
        newest[provider] = (row["pk"], row["said_yes"] is None)
        if row["said_yes"] and on >= max(row["starts"], row["answered"], row["said_on"]):
            over = row["ends"] is not None and row["ends"] < on
            held[provider] = None if over else row["pk"]
    plans = [pk for pk in held.values() if pk is not None]
    asked = tuple(pk for pk, waits in newest.values() if waits)
    return OwnDay(bool(plans), tuple(_visits(plans, person_id, on)) if plans else (), asked)


def _offered(council_id: int, person_id: int) -> Any:
    """Versions to which their provider said yes, with her answer, the oldest first."""
    found = rows.DeliveryPlan.objects.of(council_id).filter(
        person_id=person_id, answers__party=Party.PROVIDER, answers__yes=True
    )
    hers = rows.DeliveryAnswer.objects.filter(plan=OuterRef("pk"), party=Party.PERSON)
    told = found.annotate(
        answered=F("answers__on"),
        said_yes=Subquery(hers.values("yes")),
        said_on=Subquery(hers.values("on")),
    )
    columns = ("pk", "provider_id", "starts", "ends", "answered", "said_yes", "said_on")
    return told.order_by("number").values(*columns)


def _visits(plans: list[int], person_id: int, on: date) -> Iterable[OwnVisit]:
    quiet: dict[int, list[Any]] = {}
    for time in rows.QuietTime.objects.filter(plan_id__in=plans):
        quiet.setdefault(time.plan_id, []).append(quiet_of(time))
    # By the number: what she was told by an older version of the same two stands.
    said = rows.ToldVisit.objects.filter(on=on, visit__plan__person_id=person_id).order_by("id")
    columns = ("visit__plan__provider_id", "visit__number", "start", "worker__name")
    told = {
        (provider, number): (start, name)
        for provider, number, start, name in said.values_list(*columns)
    }
    visits = rows.AgreedVisit.objects.filter(plan_id__in=plans).select_related("said", "plan")
    for row in visits.order_by("earliest", "pk"):
        visit = visit_of(row)
        if on.weekday() in visit.days:
            first, *_rest = windows_on(visit, tuple(quiet.get(row.plan_id, ())), on.weekday())
            hers = told.get((row.plan.provider_id, row.number))
            yield OwnVisit(row.pk, visit.what, *first, hers)
