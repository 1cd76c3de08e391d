"""Words that somebody said: whose they are, and how they are put right (R-GW-16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.queries.names import user_names
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.outcomes.models import Conversation, Statement
from whatmatters.outcomes.services.statement_given import (
    RELATIONSHIP_LENGTH,
    NewStatement,
    ProxyNotNamed,
    Said,
    SaidInTheirOwnName,
    StatementAlreadyCorrected,
)
from whatmatters.rules.people import Speaker
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import name_or_none, words, words_or_none


@dataclass(frozen=True, slots=True)
class Written:
    """Who writes, for which council, and when."""

    by: Actor
    at: datetime

    def columns(self) -> dict[str, object]:
        """The columns that every written row has."""
        return {"council_id": self.by.council_id, "by_id": self.by.user_id, "at": self.at}


@transaction.atomic
def add_statements(*, by: Actor, at: datetime, statements: Sequence[NewStatement]) -> list[int]:
    """Add to the one living record; ids in the order given."""
    people = _people_of(by.council_id, {given.conversation_id for given in statements})
    written = Written(by, at)
    rows = Statement.objects.bulk_create(
        statement_row(written, given.conversation_id, given.said) for given in statements
    )
    audit_many(
        by=by,
        at=at,
        events=[
            Audited("statement.added", "statement", row.pk, people[row.conversation_id])
            for row in rows
        ],
    )
    return [row.pk for row in rows]


@transaction.atomic
def correct_statement(*, by: Actor, at: datetime, statement_id: int, said: Said) -> int:
    """Put a statement right by a new one that names it; the old words stay. Once each.

    Raises SaidInTheirOwnName, StatementAlreadyCorrected, Absent.
    """
    old = Statement.objects.of(by.council_id).select_related("conversation").filter(pk=statement_id)
    row = old.first()
    if row is None:
        raise Absent(what="statement", id=statement_id)
    _not_anothers(by, row)
    new = statement_row(Written(by, at), row.conversation_id, said)
    new.corrects_id = statement_id
    try:
        with transaction.atomic():
            new.save()
    except IntegrityError as twice:
        raise StatementAlreadyCorrected(statement_id=statement_id) from twice
    audit(
        by=by,
        at=at,
        action="statement.corrected",
        subject="statement",
        subject_id=new.pk,
        person_id=row.conversation.person_id,
    )
    return int(new.pk)


def _not_anothers(by: Actor, row: Statement) -> None:
    """Raises SaidInTheirOwnName for what somebody else wrote under their own name."""
    if row.speaker != Speaker.PROXY or row.by_id == by.user_id:
        return
    if user_names([row.by_id]).get(row.by_id) == row.speaker_name:
        raise SaidInTheirOwnName


def statement_row(written: Written, conversation_id: int, said: Said) -> Statement:
    """An unsaved statement. Raises ProxyNotNamed and what words may be refused for."""
    speaker_name = name_or_none("speaker_name", said.speaker_name)
    if said.speaker is Speaker.PROXY and not speaker_name:
        raise ProxyNotNamed
    return Statement(
        conversation_id=conversation_id,
        words=words("words", said.words),
        language=said.language,
        translation=words_or_none("translation", said.translation),
        translation_agreed=said.translation_agreed,
        speaker=said.speaker,
        speaker_name=speaker_name,
        speaker_relationship=words_or_none(
            "speaker_relationship", said.speaker_relationship, longest=RELATIONSHIP_LENGTH
        ),
        **written.columns(),
    )


def _people_of(council_id: int, conversation_ids: set[int]) -> dict[int, int]:
    rows = Conversation.objects.of(council_id).filter(pk__in=conversation_ids)
    found = dict(rows.values_list("pk", "person_id"))
    for missing in sorted(conversation_ids - found.keys()):
        raise Absent(what="conversation", id=missing)
    return found
