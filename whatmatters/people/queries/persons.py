"""People as other contexts see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from whatmatters.people.models import Death, Person, PersonCorrection
from whatmatters.rules.people import Language
from whatmatters.rules.roles import Origin


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Who somebody is. No postcode and no point: nobody is shown closer than an area.

    `ward_en` and `ward_cy` name that area; where her address is hidden, ask who may know it.
    `put_right`: when this was corrected last; None too where it was not asked for.
    """

    id: int
    council_id: int
    full_name: str
    known_as: str
    born: date
    language: Language
    lsoa_id: int
    ward_id: int
    ward_en: str
    ward_cy: str
    patch_id: int | None
    disabled: bool
    origin: Origin
    died_on: date | None
    put_right: datetime | None = None


def person_facts(ids: Iterable[int]) -> dict[int, PersonFacts]:
    """Many people by id, in one query; the caller has decided that they may be seen."""
    return {found.id: found for found in facts(Person.objects.filter(pk__in=list(ids)))}


def person(person_id: int, *, council_id: int) -> PersonFacts | None:
    """One person of one council; `put_right` is asked for in the same query."""
    newest = PersonCorrection.objects.filter(person_id=OuterRef("pk")).order_by("-id")
    rows = Person.objects.of(council_id).filter(pk=person_id)
    told = rows.annotate(put_right=Subquery(newest.values("at")[:1]))
    return next(map(fact_of, told.values(*COLUMNS, "put_right")), None)


def people_of(council_id: int, *, patch_id: int | None = None) -> tuple[PersonFacts, ...]:
    """Everybody of a council (or of one of its patches), the newest first."""
    rows = Person.objects.of(council_id).order_by("-id")
    return facts(rows if patch_id is None else rows.filter(patch_id=patch_id))


def deaths_told_since(council_id: int, since: datetime) -> frozenset[int]:
    """People of a council whose death was recorded at or after a moment, whenever it was."""
    rows = Death.objects.of(council_id).filter(at__gte=since)
    return frozenset(rows.values_list("person_id", flat=True))


def in_council(council_id: int, ids: Iterable[int]) -> frozenset[int]:
    """Those of the ids who are people of the council."""
    rows = Person.objects.of(council_id).filter(pk__in=list(ids))
    return frozenset(rows.values_list("pk", flat=True))


def lives(council_id: int, ids: Iterable[int]) -> dict[int, date | None]:
    """The day of death (None: alive) of those of the ids who are people of the council."""
    rows = Person.objects.of(council_id).filter(pk__in=list(ids))
    return dict(rows.values_list("pk", "death__on"))


def died_on(ids: Iterable[int]) -> dict[int, date]:
    """The day of death of those who have died."""
    rows = Death.objects.filter(person_id__in=list(ids))
    return dict(rows.values_list("person_id", "on"))


def facts(rows: "QuerySet[Person]") -> tuple[PersonFacts, ...]:
    """Rows as facts, with the day of death, in one query."""
    return tuple(map(fact_of, rows.values(*COLUMNS)))


def fact_of(row: Mapping[str, Any]) -> PersonFacts:
    """One row of COLUMNS as facts."""
    return PersonFacts(
        id=row["id"],
        council_id=row["council_id"],
        full_name=row["full_name"],
        known_as=row["known_as"],
        born=row["born"],
        language=Language(row["language"]),
        lsoa_id=row["lsoa_id"],
        ward_id=row["ward_id"],
        ward_en=row["ward__name_en"],
        ward_cy=row["ward__name_cy"],
        patch_id=row["patch_id"],
        disabled=row["disabled"],
        origin=Origin(row["origin"]),
        died_on=row["death__on"],
        put_right=row.get("put_right"),
    )


COLUMNS = (
    "id",
    "council_id",
    "full_name",
    "known_as",
    "born",
    "language",
    "lsoa_id",
    "ward_id",
    "ward__name_en",
    "ward__name_cy",
    "patch_id",
    "disabled",
    "origin",
    "death__on",
)
