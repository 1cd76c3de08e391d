"""What the figures of the dashboard are counted from."""

from dataclasses import dataclass
from datetime import date

from whatmatters.rules.outcomes import DeclineReason


@dataclass(frozen=True, slots=True)
class PlanFigure:
    """One provider's plans on a day: in force, past their end; outcomes under way, off track.

    `oldest_end` is the last day of the plan that is longest overdue.
    """

    provider_id: int
    in_force: int
    overdue: int
    oldest_end: date | None
    under_way: int
    off_track: int


@dataclass(frozen=True, slots=True)
class StartFigure:
    """One support that started: days from request to conversation, to agreement, to start."""

    provider_id: int | None
    to_conversation: int
    to_agreement: int
    to_start: int

    @property
    def days(self) -> int:
        """Days from request to start."""
        return self.to_conversation + self.to_agreement + self.to_start


@dataclass(frozen=True, slots=True)
class DeclineFigure:
    """How often a provider gave a reason for declining."""

    provider_id: int | None
    reason: DeclineReason
    count: int


@dataclass(frozen=True, slots=True)
class GapFigure:
    """A gap noted: the ward, what was missing, and by which (unnamed) person."""

    ward_code: str
    ward_en: str
    ward_cy: str
    provider_id: int
    what: str
    person_id: int
