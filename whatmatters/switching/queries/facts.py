"""Values of switches and transition plans, as pages and services read them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from whatmatters.rules.switching import Charge, HerWord


@dataclass(frozen=True, slots=True)
class SwitchFacts:
    """A switch: contract ids, the patch it is in (None: all), the earliest day, the notice."""

    id: int
    council_id: int
    old_id: int
    new_id: int
    patch_id: int | None
    day: date
    notice_days: int
    by_id: int
    at: datetime

    @property
    def notice(self) -> timedelta:
        """How long before her day somebody is told."""
        return timedelta(days=self.notice_days)


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What was said to it on a day; `heard`: written down for her."""

    word: HerWord
    words: str
    heard: bool
    by_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class TransitionFacts:
    """One person's plan in its newest version, her newest word, and since when she is moved."""

    id: int
    switch_id: int
    person_id: int
    number: int
    moves_on: date
    told_on: date | None
    charge: Charge
    contact: str
    changes: str
    review_on: date | None
    weekly_hours: Decimal | None
    rate: Decimal | None
    staying: bool
    why: str
    by_id: int
    at: datetime
    said: WordFacts | None
    moved_from: date | None

    @property
    def open(self) -> bool:
        """Whether she is still to be moved."""
        return self.moved_from is None and not self.staying
