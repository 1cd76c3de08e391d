"""The end of an agreement, as given."""

from dataclasses import dataclass
from datetime import date

from whatmatters.rules.outcomes import EndReason


@dataclass(frozen=True, slots=True)
class EndGiven:
    """The last day that earns, and why."""

    agreement_id: int
    on: date
    reason: EndReason
