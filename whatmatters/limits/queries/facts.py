"""Values of the register, as pages and services read them."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.rules.limits import Answered, Effect, Hands, Known, LimitKind, State, state_on


@dataclass(frozen=True, slots=True)
class QueryFacts:
    """A query in one of its versions. Without an answer `answered_on` and `effect` are None."""

    entry_id: int
    query: int
    number: int
    whom: str
    asked_on: date
    question: str
    answered_on: date | None
    answer: str
    effect: Effect | None
    effect_from: date | None
    by_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class LimitFacts:
    """An entry in one of its versions; `asked`: the newest word of each of its queries."""

    id: int
    number: int
    kind: LimitKind
    hands: Hands
    body_id: int | None
    holder: str
    blocks: str
    ways: tuple[str, ...]
    known: Known
    written_in: str
    written_on: date
    link: str
    starts: date
    ends: date | None
    why: str
    by_id: int
    at: datetime
    asked: tuple[QueryFacts, ...] = ()

    def state(self, on: date) -> State:
        """How it stands on a day."""
        answers = [
            Answered(one.answered_on, one.effect, one.effect_from)
            for one in self.asked
            if one.answered_on is not None and one.effect is not None
        ]
        return state_on(on, self.starts, self.ends, answers)

    @property
    def waiting(self) -> tuple[QueryFacts, ...]:
        """Queries that nobody has answered."""
        return tuple(one for one in self.asked if one.answered_on is None)
