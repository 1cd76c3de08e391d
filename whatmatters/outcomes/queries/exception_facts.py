"""An exception, and a plan that is due to be made anew."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.rules.lifecycles import ExceptionState
from whatmatters.rules.outcomes import ExceptionReason


@dataclass(frozen=True, slots=True)
class ExceptionFacts:
    """One exception. `reprice_from` is set once it is accepted; the clock stopped on `on`."""

    exception_id: int
    version_id: int
    plan_id: int
    person_id: int
    provider_id: int
    on: date
    at: datetime
    reason: ExceptionReason
    words: str
    state: ExceptionState
    reprice_from: date | None
    outcome_ids: tuple[int, ...]
    by_name: str


@dataclass(frozen=True, slots=True)
class ReplanDue:
    """A plan that an accepted exception asks to be written again, priced from a day (R-WI-11).

    `in_hand` says that a later version is being written or agreed already.
    """

    exception_id: int
    version_id: int
    plan_id: int
    person_id: int
    provider_id: int
    reprice_from: date
    in_hand: bool
