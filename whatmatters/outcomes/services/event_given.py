"""A small change made, a note given."""

from dataclasses import dataclass
from datetime import date

from whatmatters.rules.people import Language


@dataclass(frozen=True, slots=True)
class SmallChangeMade:
    """What the person and the team changed, in their words."""

    version_id: int
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class NoteGiven:
    """Something that happened, in the words of who was there."""

    person_id: int
    on: date
    words: str
    language: Language
