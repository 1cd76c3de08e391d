"""How a person may be written to: a new row each time, none overwritten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.people.models import ContactChoice
from whatmatters.people.services.owned import check_people
from whatmatters.rules.contact import Channel, Contact, is_unsafe
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.words import name_or_none, words_or_none

LONGEST = 1000


class AddressMissing(Refusal):
    """Writing was chosen, and not where to: AddressMissing(field=)."""

    code = "address_missing"


class AddressUnsafe(Refusal):
    """The address to use is among those never to be used: AddressUnsafe(field=)."""

    code = "address_unsafe"


class EmailUnreadable(Refusal):
    """What was given as an e-mail address is none: EmailUnreadable(field=)."""

    code = "email_unreadable"


@dataclass(frozen=True, slots=True)
class ContactGiven:
    """A person and what is safe for her."""

    person_id: int
    contact: Contact


@transaction.atomic
def choose_contacts(*, by: Actor, at: datetime, choices: Sequence[ContactGiven]) -> list[int]:
    """Keep how people may be written to; ids in the order given.

    Raises AddressMissing, AddressUnsafe, EmailUnreadable, Absent, and what words may be refused
    for (`rules.words`). The audit trail says that it was chosen, never what.
    """
    check_people(by.council_id, [given.person_id for given in choices])
    rows = ContactChoice.objects.bulk_create([_row(by, at, given) for given in choices])
    events = [Audited("contact.chosen", "contact", row.pk, row.person_id) for row in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


def _row(by: Actor, at: datetime, given: ContactGiven) -> ContactChoice:
    told = given.contact
    address = words_or_none("address", told.address, longest=LONGEST)
    email = name_or_none("email", told.email)
    _check(told, address, email)
    return ContactChoice(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=given.person_id,
        channel=told.channel,
        address=address,
        email=email,
        unsafe=_lines("unsafe", told.unsafe),
        avoided=_lines("avoided", told.avoided),
        hours=name_or_none("hours", told.hours),
        language=told.language,
        large_print=told.large_print,
        statements=told.statements,
    )


def _check(told: Contact, address: str, email: str) -> None:
    if told.channel is Channel.POST and not address:
        raise AddressMissing(field="address")
    if told.channel is Channel.EMAIL and not email:
        raise AddressMissing(field="email")
    if email:
        _must_be_email(email)
    for field, written in (("address", address), ("email", email)):
        if written and is_unsafe(written, told.unsafe):
            raise AddressUnsafe(field=field)


def _must_be_email(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise EmailUnreadable(field="email") from error


def _lines(field: str, lines: tuple[str, ...]) -> str:
    kept = (" ".join(line.split()) for line in lines)
    return words_or_none(field, "\n".join(line for line in kept if line), longest=LONGEST)
