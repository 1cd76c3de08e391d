"""Bundles of hours, what was delivered of them, and their bank: evidence for `bundled_hours`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 -- a row has a field named date
from datetime import datetime
from typing import Any

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from whatmatters.delivery.models import BankMovement, Bundle, BundleDay, OverAgreed
from whatmatters.rules.commissioning_models.bundled_hours import Movement, MovementKind

AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One bundle; `ends` is its last day, where it is over."""

    bundle_id: int
    person_id: int
    contract_id: int
    starts: Day
    ends: Day | None


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """What is known of one bundle: minutes by day, its bank, and what was agreed over the band."""

    days: tuple[tuple[Day, int], ...] = ()
    movements: tuple[Movement, ...] = ()
    over: tuple[tuple[Day, int], ...] = ()

    def delivered(self, first: Day, last: Day) -> int:
        """Minutes delivered from a day to a day, both included."""
        return sum(minutes for day, minutes in self.days if first <= day <= last)

    def recorded(self, first: Day, last: Day) -> bool:
        """Whether anybody recorded any of these days, be it that nobody came."""
        return any(first <= day <= last for day, _ in self.days)

    def over_agreed(self, review_starts: Day) -> int:
        """Minutes over the band agreed beforehand for a review period."""
        return sum(minutes for day, minutes in self.over if day == review_starts)


def bundles_of(
    council_id: int, person_id: int, *, provider_id: int | None = None
) -> tuple[BundleRow, ...]:
    """A person's bundles, oldest first; those of one provider, or of any."""
    rows = Bundle.objects.of(council_id).filter(person_id=person_id).order_by("starts", "id")
    if provider_id is not None:
        rows = rows.filter(contract__provider_id=provider_id)
    return tuple(BundleRow(b.pk, b.person_id, b.contract_id, b.starts, b.ends) for b in rows)


def bundles_of_person(
    council_id: int, person_id: int, provider_id: int | None = None
) -> "QuerySet[Bundle]":
    """What somebody has or had of bundles, of this provider or of any."""
    rows: QuerySet[Bundle] = Bundle.objects.of(council_id).filter(person_id=person_id)
    return rows if provider_id is None else rows.filter(contract__provider_id=provider_id)


def bundle_facts(bundle_ids: Iterable[int], first: Day, last: Day) -> dict[int, BundleFacts]:
    """Days from `first` to `last`; every movement and agreed minute up to `last`."""
    wanted = sorted(set(bundle_ids))
    chunks = (wanted[i : i + AT_ONCE] for i in range(0, len(wanted), AT_ONCE))
    return {b: facts for chunk in chunks for b, facts in _chunk(chunk, first, last).items()}


def _chunk(wanted: list[int], first: Day, last: Day) -> dict[int, BundleFacts]:
    days: dict[int, list[tuple[Day, int]]] = {one: [] for one in wanted}
    moved: dict[int, list[Movement]] = {one: [] for one in wanted}
    over: dict[int, list[tuple[Day, int]]] = {one: [] for one in wanted}
    for bundle, day, minutes in _newest(wanted, first, last):
        days[bundle].append((day, minutes))
    movements = BankMovement.objects.filter(
        bundle_id__in=wanted, on__lte=last, corrects=None, correction=None
    )
    told = movements.order_by("place").values_list("bundle_id", "on", "kind", "minutes")
    for bundle, day, kind, minutes in told:
        moved[bundle].append(Movement(day, MovementKind(kind), minutes))
    agreed = OverAgreed.objects.filter(bundle_id__in=wanted, review_starts__lte=last)
    for bundle, day, minutes in agreed.order_by("id").values_list(
        "bundle_id", "review_starts", "minutes"
    ):
        over[bundle].append((day, minutes))
    return {b: BundleFacts(tuple(days[b]), tuple(moved[b]), tuple(over[b])) for b in wanted}


def standing(rows: Iterable[BankMovement]) -> list[Movement]:
    """The movements that count: not those that were put right, nor what put them right."""
    every = list(rows)
    wrong = {one.corrects_id for one in every}
    return [
        Movement(one.on, MovementKind(one.kind), one.minutes)
        for one in every
        if one.pk not in wrong and one.corrects_id is None
    ]


def bundles_changed(council_id: int, since: datetime | None, before: Day) -> frozenset[int]:
    """Bundles with a fact about a day before this one that was recorded at or after a moment."""
    late = Q() if since is None else Q(at__gte=since)
    rows: tuple[Any, ...] = (
        BundleDay.objects.of(council_id).filter(late, date__lt=before),
        BankMovement.objects.of(council_id).filter(
            late, Q(on__lt=before) | Q(corrects__on__lt=before)
        ),
        OverAgreed.objects.of(council_id).filter(late, review_starts__lt=before),
    )
    return frozenset(one for found in rows for one in found.values_list("bundle_id", flat=True))


def _newest(bundle_ids: list[int], first: Day, last: Day) -> Any:
    same = BundleDay.objects.filter(bundle=OuterRef("bundle"), date=OuterRef("date"))
    newest = same.values("bundle", "date").annotate(last=Max("revision")).values("last")
    rows = BundleDay.objects.filter(
        bundle_id__in=bundle_ids, date__gte=first, date__lte=last, revision=Subquery(newest)
    )
    return rows.order_by("bundle_id", "date").values_list("bundle_id", "date", "minutes")
