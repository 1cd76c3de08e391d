"""Who is let in, who decides, and who works with a person: each from a day to a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db import models, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.people.models import Assignment, Decider, PersonLink
from whatmatters.people.services.owned import check_people
from whatmatters.rules.people import Authority, LinkKind
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.words import name_or_none

DECIDING = frozenset({Authority.ATTORNEY, Authority.DEPUTY, Authority.BEST_INTERESTS})

Row = TypeVar("Row", bound=models.Model)


class EndsBeforeItStarts(Refusal):
    """The last day lies before the first: EndsBeforeItStarts(starts=, ends=)."""

    code = "ends_before_it_starts"


class NotAnAuthority(Refusal):
    """Nobody can be appointed to decide for another by this: NotAnAuthority(authority=)."""

    code = "not_an_authority"


@dataclass(frozen=True, slots=True)
class NewLink:
    """A user who is the person (SELF) or someone she lets in."""

    person_id: int
    user_id: int
    kind: LinkKind
    starts: date
    relationship: str = ""
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class NewDecider:
    """A user who decides for the person, by an authority that somebody else gave."""

    person_id: int
    user_id: int
    authority: Authority
    starts: date
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class NewAssignment:
    """A council worker who works with the person."""

    person_id: int
    user_id: int
    starts: date
    ends: date | None = None


@transaction.atomic
def link_people(*, by: Actor, at: datetime, links: Sequence[NewLink]) -> list[int]:
    """Let users in to people's records; ids in the order given. Raises EndsBeforeItStarts."""
    rows = [
        PersonLink(
            kind=link.kind,
            relationship=name_or_none("relationship", link.relationship)[:80],
            **_shared(by, at, link),
        )
        for link in links
    ]
    return _write(by, at, PersonLink, rows, "link")


@transaction.atomic
def appoint_deciders(*, by: Actor, at: datetime, deciders: Sequence[NewDecider]) -> list[int]:
    """Record who decides for whom: attorney, deputy, or in best interests (else NotAnAuthority)."""
    for decider in deciders:
        if decider.authority not in DECIDING:
            raise NotAnAuthority(authority=str(decider.authority))
    rows = [
        Decider(authority=decider.authority, **_shared(by, at, decider)) for decider in deciders
    ]
    return _write(by, at, Decider, rows, "decider")


@transaction.atomic
def assign_workers(*, by: Actor, at: datetime, assignments: Sequence[NewAssignment]) -> list[int]:
    """Record which council worker works with whom."""
    rows = [Assignment(**_shared(by, at, assignment)) for assignment in assignments]
    return _write(by, at, Assignment, rows, "assignment")


@transaction.atomic
def end_link(*, by: Actor, at: datetime, link_id: int, on: date) -> None:
    """`on` is the last day of a link."""
    _end(by, at, PersonLink, link_id, on, "link")


@transaction.atomic
def end_decider(*, by: Actor, at: datetime, decider_id: int, on: date) -> None:
    """`on` is the last day on which somebody decides."""
    _end(by, at, Decider, decider_id, on, "decider")


@transaction.atomic
def end_assignment(*, by: Actor, at: datetime, assignment_id: int, on: date) -> None:
    """`on` is the last day of an assignment."""
    _end(by, at, Assignment, assignment_id, on, "assignment")


def _shared(
    by: Actor, at: datetime, given: NewLink | NewDecider | NewAssignment
) -> dict[str, object]:
    _check_days(given.starts, given.ends)
    return {
        "council_id": by.council_id,
        "by_id": by.user_id,
        "at": at,
        "person_id": given.person_id,
        "user_id": given.user_id,
        "starts": given.starts,
        "ends": given.ends,
    }


def _check_days(starts: date, ends: date | None) -> None:
    if ends is not None and ends < starts:
        raise EndsBeforeItStarts(starts=starts, ends=ends)


def _write(by: Actor, at: datetime, kind: type[Row], rows: list[Row], subject: str) -> list[int]:
    check_people(by.council_id, [row.person_id for row in rows])  # type: ignore[attr-defined]
    kept = kind.objects.bulk_create(rows)  # type: ignore[attr-defined]
    events = [Audited(f"{subject}.started", subject, row.pk, row.person_id) for row in kept]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in kept]


def _end(by: Actor, at: datetime, kind: type[Row], row_id: int, on: date, subject: str) -> None:
    row = kind.objects.of(by.council_id).filter(pk=row_id).first()  # type: ignore[attr-defined]
    if row is None:
        raise Absent(what=subject, id=row_id)
    _check_days(row.starts, on)
    row.ends = on
    row.save(update_fields=["ends"])
    audit(
        by=by,
        at=at,
        action=f"{subject}.ended",
        subject=subject,
        subject_id=row_id,
        person_id=row.person_id,
    )
