"""The outbox kept true: what is due is put in once, and each waiting letter on its safe way."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.letters.models import Letter
from whatmatters.letters.queries.due import misplaced, not_kept, unfinished
from whatmatters.letters.queries.wanted import Wanted, wanted
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services.moves import Moving, move_letters
from whatmatters.records.locks import LETTERS, lock_council
from whatmatters.rules.letters import WAITING, LetterState, WhyNot


@transaction.atomic
def keep_letters(*, by: Actor, at: datetime, on: date, room: Postroom) -> int:
    """Queue what is due on a day and is not in the outbox; how many were queued.

    Then every letter that waits goes where it is safe now, or is withdrawn where it is over. What
    was begun by e-mail and never finished is told in person: it may have gone. Doing it twice
    changes nothing.
    """
    lock_council(by.council_id, LETTERS)
    due = wanted(by.council_id, on)
    new = _queue(by, at, not_kept(by.council_id, due))
    _give_up(by, at)
    _settle(by, at, on, due, room)
    return new


def _queue(by: Actor, at: datetime, due: Sequence[Wanted]) -> int:
    made = Letter.objects.bulk_create(_row(by, at, one) for one in due)
    events = [Audited("letter.queued", "letter", row.pk, row.person_id) for row in made]
    audit_many(by=by, at=at, events=events)
    return len(made)


def _row(by: Actor, at: datetime, one: Wanted) -> Letter:
    return Letter(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        addressee=one.addressee,
        addressee_id=one.addressee_id,
        person_id=one.person_id,
        reason=one.reason,
        subject=one.subject,
        subject_id=one.subject_id,
        about_from=one.about_from,
        about_until=one.about_until,
    )


def _give_up(by: Actor, at: datetime) -> None:
    rows = unfinished(by.council_id, at).order_by("pk").select_for_update()
    to, why = LetterState.TO_TELL, WhyNot.MAY_HAVE_GONE
    move_letters(by=by, at=at, moving=[Moving(row, to, why) for row in rows])


def _settle(by: Actor, at: datetime, on: date, due: Sequence[Wanted], room: Postroom) -> None:
    ways = misplaced(by.council_id, due, on=on, room=room)
    rows = Letter.objects.of(by.council_id).filter(pk__in=list(ways)).order_by("pk")
    moving = [
        Moving(row, ways[row.pk].to, ways[row.pk].why)
        for row in rows.select_for_update()
        if LetterState(row.state) in WAITING
    ]
    move_letters(by=by, at=at, moving=moving)
