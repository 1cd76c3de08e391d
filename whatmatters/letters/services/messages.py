"""What people tell us is kept as they said it, and answered by those who work with them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from whatmatters.access.queries import Actor, sight_of
from whatmatters.access.queries.refusals import NotAllowed
from whatmatters.access.services import audit
from whatmatters.letters.models import Message, MessageAnswer, MessageMove
from whatmatters.letters.queries.messages import TO_ANSWER
from whatmatters.places.queries import council
from whatmatters.policy.complaints import complaint_clock
from whatmatters.policy.queries import bank_holidays
from whatmatters.records.locks import LETTERS, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.lifecycles import move
from whatmatters.rules.messages import (
    MESSAGE_MOVES,
    MessageKind,
    MessageState,
    working_day_after,
)
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.words import words

TO_SEND = {
    MessageKind.MESSAGE: Action.SEND_MESSAGE,
    MessageKind.COMPLAINT: Action.SEND_MESSAGE,
    MessageKind.CARER_SUPPORT: Action.ASK_CARER_SUPPORT,
}


class PageSentBefore(Refusal):
    """The page's own number was used for something else, or by somebody else."""

    code = "page_sent_before"


@dataclass(frozen=True, slots=True)
class MessageGiven:
    """Something to tell about a person. `token` is the page's own number."""

    person_id: int
    kind: MessageKind
    words: str
    language: Language
    token: UUID


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """An answer to a message, in a language. `token` is the page's own number."""

    message_id: int
    words: str
    token: UUID
    language: Language = Language.ENGLISH


@transaction.atomic
def send_message(*, by: Actor, at: datetime, message: MessageGiven) -> int:
    """Keep a message or complaint, or what somebody close asks for themselves as a carer; its id.

    Sent again with the same token it is the same one. Raises NotAllowed (only she, those close to
    her and who decides for her; as a carer only those close to her), PageSentBefore,
    WordsMissing and what else words may be refused for.
    """
    lock_council(by.council_id, LETTERS)
    held = Message.objects.of(by.council_id).filter(token=message.token).first()
    if held is not None:
        if (held.by_id, held.person_id) != (by.user_id, message.person_id):
            raise PageSentBefore()
        return int(held.pk)
    on = london_day(at)
    sight = sight_of(by, message.person_id, on)
    needed = TO_SEND[message.kind]
    if needed not in sight.actions:
        raise NotAllowed(action=needed)
    acknowledge_by, answer_by = _clock(by.council_id, message.kind, on)
    row = Message.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=message.person_id,
        kind=message.kind,
        voice=sight.why,
        words=words("words", message.words),
        language=message.language,
        token=message.token,
        acknowledge_by=acknowledge_by,
        answer_by=answer_by,
    )
    _audited(by, at, "sent", row)
    return int(row.pk)


@transaction.atomic
def acknowledge(*, by: Actor, at: datetime, complaint_id: int) -> None:
    """Say that a complaint has been read. Raises MoveRefusedError, NotAllowed, Absent."""
    row = _held(by, at, complaint_id)
    if MessageKind(row.kind) is not MessageKind.COMPLAINT:
        raise Absent(what="complaint", id=complaint_id)
    _move(by, at, row, MessageState.ACKNOWLEDGED)


@transaction.atomic
def answer_message(*, by: Actor, at: datetime, answer: AnswerGiven) -> None:
    """Answer a message or complaint; a later answer stands beside the first.

    Sent again with the same token it is the same answer. Raises NotAllowed, PageSentBefore,
    WordsMissing, Absent.
    """
    lock_council(by.council_id, LETTERS)
    row = _held(by, at, answer.message_id)
    held = MessageAnswer.objects.of(by.council_id).filter(token=answer.token).first()
    if held is not None:
        if (held.by_id, held.message_id) != (by.user_id, row.pk):
            raise PageSentBefore()
        return
    MessageAnswer.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        message=row,
        words=words("words", answer.words),
        language=answer.language,
        token=answer.token,
    )
    if row.state != MessageState.ANSWERED:
        _move(by, at, row, MessageState.ANSWERED)
    else:
        _audited(by, at, "answered", row)


def _held(by: Actor, at: datetime, message_id: int) -> Message:
    """The message, held to the end of the transaction, if the actor may answer it."""
    rows = Message.objects.of(by.council_id).filter(pk=message_id)
    row = rows.select_for_update().first()
    if not isinstance(row, Message):
        raise Absent(what="message", id=message_id)
    needed = TO_ANSWER[MessageKind(row.kind)]
    if needed not in sight_of(by, row.person_id, london_day(at)).actions:
        raise NotAllowed(action=needed)
    return row


def _move(by: Actor, at: datetime, row: Message, to: MessageState) -> None:
    row.state = move(MESSAGE_MOVES, MessageState(row.state), to)
    row.save(update_fields=["state"])
    MessageMove.objects.create(
        council_id=by.council_id, by_id=by.user_id, at=at, message=row, to=to
    )
    _audited(by, at, str(to), row)


def _audited(by: Actor, at: datetime, what: str, row: Message) -> None:
    audit(
        by=by,
        at=at,
        action=f"{row.kind}.{what}",
        subject=str(row.kind),
        subject_id=row.pk,
        person_id=row.person_id,
    )


def _clock(council_id: int, kind: MessageKind, on: date) -> tuple[date | None, date | None]:
    here = council(council_id)
    if kind is not MessageKind.COMPLAINT or here is None:
        return None, None
    clock, holidays = complaint_clock(here.nation), bank_holidays()
    return (
        working_day_after(on, clock.acknowledge, holidays),
        working_day_after(on, clock.answer, holidays),
    )
