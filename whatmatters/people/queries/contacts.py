"""How people may be written to. An address is an answer here, and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from whatmatters.people.models import ContactChoice
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.people import Language


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """The choice in use, who wrote it down and when."""

    person_id: int
    contact: Contact
    by_id: int
    at: datetime


def contacts(council_id: int, person_ids: Iterable[int]) -> dict[int, ContactFacts]:
    """The choice in use of each person, in one query; who never chose is not there."""
    rows = ContactChoice.objects.of(council_id).filter(person_id__in=set(person_ids))
    return {row.person_id: _facts(row) for row in rows.order_by("id")}


def _facts(row: ContactChoice) -> ContactFacts:
    contact = Contact(
        channel=Channel(row.channel),
        address=row.address,
        email=row.email,
        unsafe=tuple(row.unsafe.splitlines()),
        avoided=tuple(row.avoided.splitlines()),
        hours=row.hours,
        language=Language(row.language),
        large_print=row.large_print,
        statements=row.statements,
    )
    return ContactFacts(row.person_id, contact, row.by_id, row.at)
