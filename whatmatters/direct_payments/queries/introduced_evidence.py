"""What a run reads of hours that a platform found: minutes by day, and nobody's words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef

from whatmatters.direct_payments.models import BoughtDay


@dataclass(frozen=True, slots=True)
class BoughtSeen:
    """Minutes of one day."""

    on: date
    minutes: int


def bought_seen(
    introductions: Iterable[int], first: date, last: date
) -> dict[int, tuple[BoughtSeen, ...]]:
    """What was bought from a day to a day, by introduction, in one query."""
    later = BoughtDay.objects.filter(
        introduction=OuterRef("introduction"), on=OuterRef("on"), revision__gt=OuterRef("revision")
    )
    rows: Any = BoughtDay.objects.filter(~Exists(later), introduction_id__in=sorted(introductions))
    held = rows.filter(on__gte=first, on__lte=last, minutes__gt=0).order_by("introduction_id", "on")
    found: dict[int, list[BoughtSeen]] = {}
    for one, on, minutes in held.values_list("introduction_id", "on", "minutes"):
        found.setdefault(one, []).append(BoughtSeen(on, minutes))
    return {one: tuple(days) for one, days in found.items()}


def bought_changed(council_id: int, since: datetime, before: date) -> frozenset[int]:
    """Introductions of which an earlier day was told at or after a moment."""
    rows = BoughtDay.objects.of(council_id).filter(at__gte=since, on__lt=before)
    return frozenset(rows.values_list("introduction_id", flat=True))
