"""Messages and complaints with their answers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, F, Q, Value

from whatmatters.access.queries import Actor, people_allowed
from whatmatters.letters.models import Message, MessageAnswer
from whatmatters.rules.messages import MessageKind, MessageState
from whatmatters.rules.permissions import Action, Relationship

TO_ANSWER = {
    MessageKind.MESSAGE: Action.ANSWER_MESSAGE,
    MessageKind.COMPLAINT: Action.ANSWER_COMPLAINT,
    MessageKind.CARER_SUPPORT: Action.ANSWER_CARER_SUPPORT,
}
NOT_ANSWERED = (MessageState.OPEN, MessageState.ACKNOWLEDGED)


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """One answer."""

    words: str
    language: str
    by_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """One message; the two days are a complaint's. `person_name` only where a list needs it."""

    id: int
    person_id: int
    kind: MessageKind
    voice: Relationship
    words: str
    language: str
    by_id: int
    at: datetime
    acknowledge_by: date | None
    answer_by: date | None
    state: MessageState
    answers: tuple[AnswerFacts, ...] = ()
    person_name: str = ""


def messages_of(
    council_id: int, person_id: int, kind: MessageKind, *, by_id: int | None, limit: int = 50
) -> tuple[MessageFacts, ...]:
    """What was told about a person, the newest first, with answers; `by_id`: only by this user."""
    rows = Message.objects.of(council_id).filter(person_id=person_id, kind=kind)
    if by_id is not None:
        rows = rows.filter(by_id=by_id)
    return _whole(rows.order_by("-id")[:limit])


def message(council_id: int, message_id: int, kind: MessageKind) -> MessageFacts | None:
    """One message or complaint of a council."""
    rows = Message.objects.of(council_id).filter(pk=message_id, kind=kind)
    return next(iter(_whole(rows)), None)


def person_of_message(council_id: int, message_id: int) -> int | None:
    """Whom a message is about; None where there is no such message."""
    return _person(council_id, message_id, MessageKind.MESSAGE)


def person_of_complaint(council_id: int, complaint_id: int) -> int | None:
    """Whom a complaint is about; None where there is no such complaint."""
    return _person(council_id, complaint_id, MessageKind.COMPLAINT)


def person_of_carer_request(council_id: int, request_id: int) -> int | None:
    """Whom a carer's request is about; None where there is no such request."""
    return _person(council_id, request_id, MessageKind.CARER_SUPPORT)


def carer_requests_by(
    council_id: int, user_id: int, *, limit: int = 50
) -> tuple[MessageFacts, ...]:
    """What one user asked for as a carer, the newest first, with answers (two queries)."""
    rows = Message.objects.of(council_id).filter(kind=MessageKind.CARER_SUPPORT, by_id=user_id)
    return _whole(rows.order_by("-id")[:limit])


def count_to_answer(
    actor: Actor, on: date, states: Iterable[MessageState], kind: MessageKind | None = None
) -> int:
    """How many messages and complaints this reader may answer (one query)."""
    return int(_answerable(actor, on, states, kind).count())


def to_answer(
    actor: Actor,
    on: date,
    states: Iterable[MessageState],
    kind: MessageKind | None = None,
    *,
    offset: int = 0,
    limit: int,
) -> tuple[MessageFacts, ...]:
    """A page of them, the oldest first, with the person's name, without answers (one query)."""
    rows = _answerable(actor, on, states, kind).select_related("person").order_by("id")
    found = rows[offset : offset + limit]
    return tuple(replace(_facts(row, ()), person_name=row.person.full_name) for row in found)


def complaints_to_answer(actor: Actor, on: date, columns: tuple[str, ...]) -> Any:
    """Complaints that this reader may answer, as one part of what somebody decides.

    Rows of `columns`: `t_kind` "complaint", `t_id` its id, `t_name` of the person and `t_on`, by
    when an answer is due.
    """
    rows = _answerable(actor, on, NOT_ANSWERED, MessageKind.COMPLAINT).order_by()
    told = rows.annotate(
        t_kind=Value("complaint", output_field=CharField()),
        t_id=F("pk"),
        t_name=F("person__full_name"),
        t_on=F("answer_by"),
    )
    return told.values_list(*columns)


def _answerable(
    actor: Actor, on: date, states: Iterable[MessageState], kind: MessageKind | None
) -> Any:
    mine = Q()
    for one, needed in TO_ANSWER.items():
        mine |= Q(kind=one, person_id__in=people_allowed(actor, needed, on))
    rows = Message.objects.of(actor.council_id).filter(mine, state__in=[str(s) for s in states])
    return rows.filter(kind=kind) if kind is not None else rows


def _person(council_id: int, message_id: int, kind: MessageKind) -> int | None:
    rows = Message.objects.of(council_id).filter(pk=message_id, kind=kind)
    found: int | None = rows.values_list("person_id", flat=True).first()
    return found


def _whole(rows: Any) -> tuple[MessageFacts, ...]:
    held = list(rows)
    found: dict[int, list[AnswerFacts]] = {}
    for row in MessageAnswer.objects.filter(message__in=[r.pk for r in held]).order_by("id"):
        found.setdefault(row.message_id, []).append(
            AnswerFacts(row.words, row.language, row.by_id, row.at)
        )
    return tuple(_facts(row, tuple(found.get(row.pk, ()))) for row in held)


def _facts(row: Message, answers: tuple[AnswerFacts, ...]) -> MessageFacts:
    return MessageFacts(
        id=row.pk,
        person_id=row.person_id,
        kind=MessageKind(row.kind),
        voice=Relationship(row.voice),
        words=row.words,
        language=row.language,
        by_id=row.by_id,
        at=row.at,
        acknowledge_by=row.acknowledge_by,
        answer_by=row.answer_by,
        state=MessageState(row.state),
        answers=answers,
    )
