"""Who is let in, who decides and who works with whom, on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet

from whatmatters.people.models import Assignment, Decider, PersonLink
from whatmatters.records.words import BLANK
from whatmatters.rules.people import Authority, Covers, LinkKind

Row = TypeVar("Row", PersonLink, Decider, Assignment)


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """A user who is the person or somebody she lets in."""

    id: int
    person_id: int
    user_id: int
    kind: LinkKind
    relationship: str
    starts: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class DeciderFacts:
    """A user who decides for the person, and by what authority."""

    id: int
    person_id: int
    user_id: int
    authority: Authority
    covers: Covers
    reference: str
    checked_by_id: int | None
    starts: date
    ends: date | None


def links(person_ids: Iterable[int], on: date) -> dict[int, tuple[LinkFacts, ...]]:
    """Who is let in to each record on a day, by person id."""
    found: dict[int, tuple[LinkFacts, ...]] = {}
    for row in _of(PersonLink, person_ids, on):
        found[row.person_id] = (*found.get(row.person_id, ()), _link(row))
    return found


def people_of_user(user_id: int, *, council_id: int, on: date) -> tuple[LinkFacts, ...]:
    """Whose records a user is let in to on a day, as herself or as somebody close."""
    rows = _on(PersonLink.objects.of(council_id).filter(user_id=user_id), on)
    return tuple(_link(row) for row in rows)


def own_accounts(council_id: int, person_id: int, on: date) -> "QuerySet[PersonLink, int]":
    """Ids of the accounts by which the person herself signs in, as a part of another query."""
    rows = _on(PersonLink.objects.of(council_id).filter(person_id=person_id), on)
    found: QuerySet[PersonLink, int] = rows.filter(kind=LinkKind.SELF).values_list(
        "user_id", flat=True
    )
    return found


def deciders(person_id: int, on: date) -> tuple[DeciderFacts, ...]:
    """Who decides for one person on a day."""
    return deciders_of([person_id], on).get(person_id, ())


def deciders_of(person_ids: Iterable[int], on: date) -> dict[int, tuple[DeciderFacts, ...]]:
    """Who decides for each person on a day, by person id."""
    found: dict[int, tuple[DeciderFacts, ...]] = {}
    for row in _of(Decider, person_ids, on):
        found[row.person_id] = (*found.get(row.person_id, ()), _decider(row))
    return found


def every_decider(person_id: int, *, council_id: int) -> tuple[DeciderFacts, ...]:
    """Who decides, has decided or will decide for one person, the newest first (one query)."""
    rows = Decider.objects.of(council_id).filter(person_id=person_id).order_by("-starts", "-id")
    return tuple(_decider(row) for row in rows)


def assigned(person_ids: Iterable[int], on: date) -> dict[int, tuple[int, ...]]:
    """User ids of the council workers of each person on a day."""
    found: dict[int, tuple[int, ...]] = {}
    for row in _of(Assignment, person_ids, on):
        found[row.person_id] = (*found.get(row.person_id, ()), row.user_id)
    return found


def people_assigned_to(user_id: int, *, council_id: int, on: date) -> tuple[int, ...]:
    """Person ids that a council worker works with on a day."""
    rows = _on(Assignment.objects.of(council_id).filter(user_id=user_id), on)
    return tuple(dict.fromkeys(rows.values_list("person_id", flat=True)))


def people_assigned_to_any(user_ids: Iterable[int], *, council_id: int, on: date) -> frozenset[int]:
    """Person ids that any of these users works with on a day; no user costs no query."""
    ids = list(user_ids)
    if not ids:
        return frozenset()
    rows = _on(Assignment.objects.of(council_id).filter(user_id__in=ids), on)
    return frozenset(rows.values_list("person_id", flat=True))


def accounts_of_nobody_else(council_id: int, person_id: int) -> frozenset[int]:
    """User ids that are this person, or close to her, and to nobody whose words are kept."""
    found: set[int] = set()
    others: set[int] = set()
    for table in (PersonLink, Decider):
        mine = table._default_manager.filter(council_id=council_id, person_id=person_id)
        found |= set(mine.values_list("user_id", flat=True))
    for table in (PersonLink, Decider):
        rows = table._default_manager.filter(user_id__in=found).exclude(person_id=person_id)
        kept = rows.exclude(person__full_name=BLANK)
        others |= set(kept.values_list("user_id", flat=True))
    return frozenset(found - others)


def _of(table: type[Row], person_ids: Iterable[int], on: date) -> Iterable[Row]:
    """Rows of these people that hold on a day; nobody asked about costs no query."""
    ids = list(person_ids)
    return _on(table._default_manager.filter(person_id__in=ids), on) if ids else ()


def _on(rows: "QuerySet[Row]", on: date) -> "QuerySet[Row]":
    return rows.filter(Q(ends__isnull=True) | Q(ends__gte=on), starts__lte=on).order_by("id")


def _link(row: PersonLink) -> LinkFacts:
    kind = LinkKind(row.kind)
    return LinkFacts(
        row.pk, row.person_id, row.user_id, kind, row.relationship, row.starts, row.ends
    )


def _decider(row: Decider) -> DeciderFacts:
    return DeciderFacts(
        id=row.pk,
        person_id=row.person_id,
        user_id=row.user_id,
        authority=Authority(row.authority),
        covers=Covers(row.covers),
        reference=row.reference,
        checked_by_id=row.checked_by_id,
        starts=row.starts,
        ends=row.ends,
    )
