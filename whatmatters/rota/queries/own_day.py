"""What first pages say of one day: who is to come, what changes, and what waits for her answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
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
    she was told about when and who comes (None: nobody does as was told before). `before` is what
    she had been told of it before that; `account`: whoever comes signs in as this user.
    """

    visit_id: int
    what: str
    earliest: int
    latest: int
    told: tuple[int, str | None] | None = None
    before: tuple[int, str | None] | None = None
    account: int | None = None


@dataclass(frozen=True, slots=True)
class OwnDay:
    """`agreed`: something holds on the day, though perhaps without a visit; `asked`: versions that
    wait for her answer, of each provider the newest; `changes_on`: the next day after this one
    from which another version holds.
    """

    agreed: bool
    visits: tuple[OwnVisit, ...]
    asked: tuple[int, ...]
    changes_on: date | None = None


@dataclass(slots=True)
class _Held:
    """One person's versions by provider: the newest (and whether it waits), and what holds."""

    newest: dict[int, tuple[int, bool]] = field(default_factory=dict)
    holds: dict[int, int | None] = field(default_factory=dict)
    later: list[date] = field(default_factory=list)

    def take(self, row: dict[str, Any], on: date) -> None:
        """Versions come the oldest first: the newest that holds is what counts."""
        provider = row["provider_id"]
        self.newest[provider] = (row["pk"], row["said_yes"] is None)
        if not row["said_yes"]:
            return
        first = max(row["starts"], row["answered"], row["said_on"])
        if first > on:
            self.later.append(first)
        else:
            over = row["ends"] is not None and row["ends"] < on
            self.holds[provider] = None if over else row["pk"]


_Key = tuple[int, int, int]
_Said = tuple[int, str | None, int | None]
NOTHING_AGREED = OwnDay(False, (), ())


def own_day(council_id: int, person_id: int, on: date) -> OwnDay:
    """One query, and three more where something is agreed for the day."""
    return own_days(council_id, [person_id], on).get(person_id, NOTHING_AGREED)


def own_days(council_id: int, person_ids: Iterable[int], on: date) -> dict[int, OwnDay]:
    """Of each to whom a provider ever agreed: the day. As many queries for all as for one."""
    held: dict[int, _Held] = {}
    for row in _offered(council_id, person_ids):
        held.setdefault(row["person_id"], _Held()).take(row, on)
    plans = {pk: who for who, one in held.items() for pk in one.holds.values() if pk is not None}
    visits: dict[int, list[OwnVisit]] = {}
    for who, visit in _visits(plans, on) if plans else ():
        visits.setdefault(who, []).append(visit)
    return {
        who: OwnDay(
            who in plans.values(),
            tuple(visits.get(who, ())),
            tuple(pk for pk, waits in one.newest.values() if waits),
            min(one.later, default=None),
        )
        for who, one in held.items()
    }


def _offered(council_id: int, person_ids: Iterable[int]) -> Any:
    """Versions to which their provider said yes, with her answer, the oldest first."""
    found = rows.DeliveryPlan.objects.of(council_id).filter(
        person_id__in=person_ids, answers__party=Party.PROVIDER, answers__yes=True
    )
    hers = rows.DeliveryAnswer.objects.filter(plan=OuterRef("pk"), party=Party.PERSON)
    told = found.annotate(
        answered=F("answers__on"),
        said_yes=Subquery(hers.values("yes")),
        said_on=Subquery(hers.values("on")),
    )
    columns = ("pk", "person_id", "provider_id", "starts", "ends", "answered", "said_yes")
    return told.order_by("number").values(*columns, "said_on")


def _told(person_ids: Iterable[int], on: date) -> dict[_Key, list[_Said]]:
    """By person, provider and number, all that was told of the day, the oldest first.

    By the number: what she was told by an older version of the same two stands.
    """
    said = rows.ToldVisit.objects.filter(on=on, visit__plan__person_id__in=person_ids)
    key = ("visit__plan__person_id", "visit__plan__provider_id", "visit__number")
    told: dict[_Key, list[_Said]] = {}
    for person, provider, number, *one in said.order_by("id").values_list(
        *key, "start", "worker__name", "worker__user_id"
    ):
        told.setdefault((person, provider, number), []).append((one[0], one[1], one[2]))
    return told


def _visits(plans: dict[int, int], on: date) -> Iterator[tuple[int, OwnVisit]]:
    """Whose visit, and the visit; `plans` says whose each version is."""
    quiet: dict[int, list[Any]] = {}
    for time in rows.QuietTime.objects.filter(plan_id__in=plans):
        quiet.setdefault(time.plan_id, []).append(quiet_of(time))
    told = _told(set(plans.values()), on)
    visits = rows.AgreedVisit.objects.filter(plan_id__in=plans).select_related("said", "plan")
    for row in visits.order_by("earliest", "pk"):
        visit, who = visit_of(row), plans[row.plan_id]
        if on.weekday() in visit.days:
            first, *_rest = windows_on(visit, tuple(quiet.get(row.plan_id, ())), on.weekday())
            now, before = _newest_two(told.get((who, row.plan.provider_id, row.number), []))
            yield (
                who,
                OwnVisit(
                    row.pk,
                    visit.what,
                    *first,
                    now and now[:2],
                    before and before[:2],
                    now and now[2],
                ),
            )


def _newest_two(said: list[_Said]) -> tuple[_Said | None, _Said | None]:
    newest = [*reversed(said), None, None]
    return newest[0], newest[1]
