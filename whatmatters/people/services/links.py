"""Who is let in, who decides, and who works with a person: each from a day to a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.people.models import PersonLink
from whatmatters.people.services.owned import hold_person
from whatmatters.people.services.span_columns import span_columns
from whatmatters.people.services.spans import end_span, write_spans
from whatmatters.rules.people import LinkKind
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import name_or_none


@dataclass(frozen=True, slots=True)
class NewLink:
    """A user who is the person (SELF) or someone she lets in."""

    person_id: int
    user_id: int
    kind: LinkKind
    starts: date
    relationship: str = ""
    ends: date | None = None


@transaction.atomic
def link_people(*, by: Actor, at: datetime, links: Sequence[NewLink]) -> list[int]:
    """Let users in to people's records; ids in the order given. Raises EndsBeforeItStarts."""
    rows = [
        PersonLink(
            kind=link.kind,
            relationship=name_or_none("relationship", link.relationship)[:80],
            **span_columns(by, at, link),
        )
        for link in links
    ]
    return write_spans(by, at, PersonLink, rows, "link")


@transaction.atomic
def end_link(*, by: Actor, at: datetime, link_id: int, on: date) -> None:
    """`on` is the last day of a link."""
    end_span(by, at, PersonLink, link_id, on, "link")


@transaction.atomic
def cut_links(*, by: Actor, at: datetime, person_id: int, user_id: int, on: date) -> int:
    """Let somebody in no longer, from this moment: a link that began today held for no day.

    How many links were cut. The person's own is never cut.
    """
    theirs = PersonLink.objects.of(by.council_id).filter(person_id=person_id, user_id=user_id)
    rows = theirs.filter(Q(ends__isnull=True) | Q(ends__gte=on)).exclude(kind=LinkKind.SELF)
    ids = list(rows.order_by("id").values_list("pk", flat=True))
    PersonLink.objects.filter(pk__in=ids).update(ends=on - timedelta(days=1))
    events = [Audited("link.cut", "link", pk, person_id) for pk in ids]
    audit_many(by=by, at=at, events=events)
    return len(ids)


@transaction.atomic
def open_link(*, by: Actor, at: datetime, on: date, link: NewLink) -> int:
    """Let one user in from this moment, without an end; the link's id.

    One that was cut on the day on which it began holds again, as it is said now.
    """
    hold_person(by.council_id, link.person_id)
    same = {"person_id": link.person_id, "user_id": link.user_id, "kind": link.kind, "starts": on}
    row = PersonLink.objects.of(by.council_id).filter(**same).first()
    if row is None:
        return link_people(by=by, at=at, links=[link])[0]
    row.relationship = name_or_none("relationship", link.relationship)[:80]
    row.ends, row.by_id, row.at = None, by.user_id, at
    row.save(update_fields=["relationship", "ends", "by", "at"])
    audit_many(by=by, at=at, events=[Audited("link.started", "link", row.pk, row.person_id)])
    return int(row.pk)


@transaction.atomic
def cut_own_account(*, by: Actor, at: datetime, person_id: int, link_id: int, on: date) -> None:
    """An account is the person's no longer, from this moment. Raises Absent."""
    own = PersonLink.objects.of(by.council_id).filter(kind=LinkKind.SELF, person_id=person_id)
    if not own.filter(pk=link_id).update(ends=on - timedelta(days=1)):
        raise Absent(what="link", id=link_id)
    audit_many(by=by, at=at, events=[Audited("link.cut_own", "link", link_id, person_id)])
