"""The one living record: every conversation, and what each of the team added (R-GW-16)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Subquery

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
    """Every conversation with a person, the newest first (one SQL query)."""
    held = Conversation.objects.of(council_id).filter(person_id=person_id)
    corrected = Statement.objects.filter(corrects_id=OuterRef("statements__id")).values("pk")[:1]
    rows = held.annotate(corrected_by=Subquery(corrected)).order_by("-on", "-id", "statements__id")
    told: dict[int, dict[str, Any]] = {}
    said: dict[int, list[StatementFacts]] = {}
    for row in rows.values(*TALK, *SAID.values()):
        told[row["id"]] = {name: row[name] for name in TALK}
        statements = said.setdefault(row["id"], [])
        if row["statements__id"] is not None:
            statements.append(_said(row))
    return tuple(_talk(talk, said[pk]) for pk, talk in told.items())


TALK = ("id", "person_id", "on", "language", "strengths", "by_id", "at")
SAID = {
    "id": "statements__id",
    "words": "statements__words",
    "language": "statements__language",
    "translation": "statements__translation",
    "translation_agreed": "statements__translation_agreed",
    "speaker": "statements__speaker",
    "speaker_name": "statements__speaker_name",
    "speaker_relationship": "statements__speaker_relationship",
    "by_id": "statements__by_id",
    "at": "statements__at",
    "corrects_id": "statements__corrects_id",
    "corrected_by_id": "corrected_by",
}


def _talk(row: dict[str, Any], said: list[StatementFacts]) -> ConversationFacts:
    told = {**row, "language": Language(row["language"])}
    return ConversationFacts(**told, statements=tuple(said))


def _said(row: dict[str, Any]) -> StatementFacts:
    told = {name: row[column] for name, column in SAID.items()}
    told |= {"language": Language(told["language"]), "speaker": Speaker(told["speaker"])}
    return StatementFacts(conversation_id=row["id"], **told)
