"""The one living record: every conversation, and what each of the team added (R-GW-16)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.outcomes.models import Conversation, Statement
from whatmatters.rules.people import Language, Speaker


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """Words, whose they are, and which statement they correct or are corrected by."""

    id: int
    conversation_id: int
    words: str
    language: Language
    translation: str
    translation_agreed: bool
    speaker: Speaker
    speaker_name: str
    speaker_relationship: str
    by_id: int
    at: datetime
    corrects_id: int | None
    corrected_by_id: int | None


@dataclass(frozen=True, slots=True)
class ConversationFacts:
    """One conversation with everything said in it, in the order in which it was written."""

    id: int
    person_id: int
    on: date
    language: Language
    strengths: str
    by_id: int
    at: datetime
    statements: tuple[StatementFacts, ...]


def conversations(person_id: int, *, council_id: int) -> tuple[ConversationFacts, ...]:
    """Every conversation with a person, the newest first (two SQL queries)."""
    held = Conversation.objects.of(council_id).filter(person_id=person_id)
    rows = list(held.order_by("-on", "-id"))
    said = _statements(row.pk for row in rows)
    return tuple(
        ConversationFacts(
            row.pk,
            row.person_id,
            row.on,
            Language(row.language),
            row.strengths,
            row.by_id,
            row.at,
            said.get(row.pk, ()),
        )
        for row in rows
    )


def _statements(conversation_ids: Iterable[int]) -> dict[int, tuple[StatementFacts, ...]]:
    rows = Statement.objects.filter(conversation_id__in=list(conversation_ids)).order_by("id")
    kept = list(rows)
    corrected = {row.corrects_id: row.pk for row in kept if row.corrects_id}
    found: dict[int, tuple[StatementFacts, ...]] = {}
    for row in kept:
        facts = _facts(row, corrected.get(row.pk))
        found[row.conversation_id] = (*found.get(row.conversation_id, ()), facts)
    return found


def _facts(row: Statement, corrected_by_id: int | None) -> StatementFacts:
    return StatementFacts(
        id=row.pk,
        conversation_id=row.conversation_id,
        words=row.words,
        language=Language(row.language),
        translation=row.translation,
        translation_agreed=row.translation_agreed,
        speaker=Speaker(row.speaker),
        speaker_name=row.speaker_name,
        speaker_relationship=row.speaker_relationship,
        by_id=row.by_id,
        at=row.at,
        corrects_id=row.corrects_id,
        corrected_by_id=corrected_by_id,
    )
