"""An outcome as other contexts read it."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.rules.lifecycles import OutcomeState
from whatmatters.rules.outcomes import Category, OutcomeKind
from whatmatters.rules.people import Language, Speaker


@dataclass(frozen=True, slots=True)
class PayableFacts:
    """Why an outcome can be paid by."""

    observable: str
    attributable: str


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """An outcome; `off_track_on` is the first day on which any of the three said so."""

    id: int
    person_id: int
    statement: str
    language: Language
    category: Category
    kind: OutcomeKind
    test: str
    target_weeks: int
    set_by: Speaker
    set_on: date
    state: OutcomeState
    replaces_id: int | None
    payable: PayableFacts | None
    off_track_on: date | None
    retired_on: date | None


@dataclass(frozen=True, slots=True)
class MoveFacts:
    """One move: to which state, on which day, why and by whom."""

    to: OutcomeState
    on: date
    why: str
    by_id: int
    at: datetime
