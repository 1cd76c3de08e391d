"""Keeping what was typed on a form until it is sent. A draft is nobody's but its writer's.

No audit row is written: a draft is no record of anybody, and it would hold the council's audit
chain at every pause of every typist. What it becomes when it is sent is audited.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from whatmatters.access.models import Draft
from whatmatters.access.queries.refusals import DraftTooLong
from whatmatters.policy.drafts import drafts_kept_for, most_characters
from whatmatters.records.standing import across_councils

Typed = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Whose draft, at which address, under which key.

    `seen` is the page that had last written to it when this one was opened.
    """

    user_id: int
    council_id: int
    address: str
    key: UUID
    seen: UUID


@transaction.atomic
def keep_draft(*, by: DraftPlace, page: UUID, typed: Typed, at: datetime) -> DraftPlace | None:
    """Keep what was typed on one opened page; says where it is now kept.

    Another opened page that wrote in between keeps what it wrote: this one's words go under a key
    of their own. None: this very page has been sent meanwhile, so nothing is kept.
    Raises DraftTooLong.
    """
    if sum(len(word) for words in typed.values() for word in words) > most_characters():
        raise DraftTooLong(most=most_characters())
    Draft.objects.of(by.council_id).filter(expires_at__lte=at).delete()
    row = _row(by)
    if row is not None and row.is_sent and row.page == page:
        return None
    if row is not None and (row.is_sent or row.page not in (page, by.seen)):
        return keep_draft(by=_apart(by, page), page=page, typed=typed, at=at)
    _write(by, page=page, typed=dict(typed), is_sent=False, at=at)
    return replace(by, seen=page)


@transaction.atomic
def finish_draft(*, by: DraftPlace, page: UUID, at: datetime) -> None:
    """The form was sent: its words go. What another opened page wrote meanwhile stays."""
    row = _row(by)
    if row is None or row.page in (page, by.seen):
        _write(by, page=page, typed={}, is_sent=True, at=at)


@transaction.atomic
def throw_draft_away(*, by: DraftPlace) -> None:
    """The writer wants it gone; harmless where it is gone already."""
    Draft.objects.of(by.council_id).filter(user_id=by.user_id, key=by.key).delete()


def forget_expired_drafts(*, at: datetime) -> int:
    """Remove what has passed its day, of every council: upkeep, by the minute tick. How many."""
    with across_councils():
        gone, _by_table = Draft.objects.filter(expires_at__lte=at).delete()
    return gone


def _row(by: DraftPlace) -> Draft | None:
    rows = Draft.objects.of(by.council_id).select_for_update()
    found: Draft | None = rows.filter(user_id=by.user_id, key=by.key).first()
    return found


def _apart(by: DraftPlace, page: UUID) -> DraftPlace:
    return replace(by, key=uuid4(), seen=page)


def _write(
    by: DraftPlace, *, page: UUID, typed: dict[str, list[str]], is_sent: bool, at: datetime
) -> None:
    values: dict[str, object] = {
        "address": by.address,
        "page": page,
        "typed": typed,
        "is_sent": is_sent,
        "saved_at": at,
        "expires_at": at + drafts_kept_for(),
    }
    rows = Draft.objects.of(by.council_id)
    rows.update_or_create(user_id=by.user_id, key=by.key, council_id=by.council_id, defaults=values)
