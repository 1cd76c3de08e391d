"""Hiding where a person lives, and writing down who quoted it all the same (threat 20)."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor, may
from whatmatters.access.services import Audited, audit_many
from whatmatters.people.queries import in_council
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words, words_or_none
from whatmatters.trust.models import (
    AddressGuard,
    AddressGuardWords,
    AddressQuoted,
    AddressQuotedReason,
)
from whatmatters.trust.services.refusals import NotYoursToShare

LONGEST = 1000


@transaction.atomic
def guard_address(
    *, by: Actor, at: datetime, on: date, person_id: int, hidden: bool, address: str, reason: str
) -> int:
    """Hide or no longer hide where she lives, with the reason; the id of the row.

    Raises NotYoursToShare, and what words are refused for.
    """
    if not may(by, Action.SEE_HIDDEN_ADDRESS, person_id, on):
        raise NotYoursToShare(person_id=person_id)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    row = AddressGuard.objects.create(person_id=person_id, hidden=hidden, **written)
    AddressGuardWords.objects.create(
        guard=row,
        address=words_or_none("address", address, longest=LONGEST),
        reason=words("reason", reason, longest=LONGEST),
        **written,
    )
    action = "address.hidden" if hidden else "address.shown"
    audit_many(by=by, at=at, events=[Audited(action, "address_guard", row.pk, person_id)])
    return row.pk


@transaction.atomic
def quote_address(*, by: Actor, at: datetime, person_id: int, page: str, reason: str) -> int:
    """Write down that a hidden address was written down after a warning, and why; the row's id.

    Raises Absent where the council has no such person, and what words are refused for.
    """
    if not in_council(by.council_id, [person_id]):
        raise Absent(what="person", id=person_id)
    said = words("reason", reason, longest=LONGEST)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    row = AddressQuoted.objects.create(person_id=person_id, page=page[:80], **written)
    AddressQuotedReason.objects.create(quoted=row, reason=said, **written)
    told = Audited("address.quoted", "address_quoted", row.pk, person_id)
    audit_many(by=by, at=at, events=[told])
    return row.pk
