"""What was put right of somebody: when, by whom, why, and how it stood before."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from whatmatters.people.models import Person, PersonCorrection

PARTS = ("full_name", "known_as", "born", "language", "disabled", "postcode")


@dataclass(frozen=True, slots=True)
class CorrectionFacts:
    """How it stood until then. `changed` names what was put right; of a home only that it was."""

    id: int
    by_id: int
    at: datetime
    why: str
    changed: tuple[str, ...]
    full_name: str
    known_as: str
    born: date
    language: str
    disabled: bool


def corrections(council_id: int, person_id: int) -> tuple[CorrectionFacts, ...]:
    """Every correction of a person, the newest first."""
    found: list[CorrectionFacts] = []
    after: Person | PersonCorrection | None
    after = Person.objects.of(council_id).filter(pk=person_id).first()
    for row in _rows(council_id, person_id):
        now, after = after, row
        changed = tuple(part for part in PARTS if getattr(row, part) != getattr(now, part))
        told = {part: getattr(row, part) for part in PARTS if part != "postcode"}
        found.append(CorrectionFacts(row.pk, row.by_id, row.at, row.why, changed, **told))
    return tuple(found)


def newest_correction(council_id: int, person_id: int) -> int:
    """The id of the newest correction of a person; 0: there is none."""
    return _rows(council_id, person_id).values_list("pk", flat=True).first() or 0


def _rows(council_id: int, person_id: int) -> "QuerySet[PersonCorrection]":
    found: QuerySet[PersonCorrection] = PersonCorrection.objects.of(council_id)
    return found.filter(person_id=person_id).order_by("-id")
