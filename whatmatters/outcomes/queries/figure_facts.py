"""What figures are counted from. `inside`: whether it lies in what was asked about.

`person_id` is None where rows of several people were counted as one.
"""

from dataclasses import dataclass
from datetime import date

from whatmatters.rules.outcomes import Category, DeclineReason


@dataclass(frozen=True, slots=True)
class PlanFigure:
    """One provider's plans on a day: in force, past their end; outcomes under way, off track.

    `oldest_end` is the last day of the plan that is longest overdue; `people` have a plan in
    force, `people_under_way` an outcome under way.
    """

    provider_id: int
    inside: bool
    person_id: int | None
    in_force: int
    overdue: int
    oldest_end: date | None
    under_way: int
    off_track: int
    people: int
    people_under_way: int


@dataclass(frozen=True, slots=True)
class StartFigure:
    """One support that started: days from request to conversation, to agreement, to start."""

    provider_id: int | None
    inside: bool
    person_id: int
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
    inside: bool
    reason: DeclineReason
    count: int
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class GapFigure:
    """A gap noted: the ward, what was missing, and by which (unnamed) person."""

    ward_code: str
    ward_en: str
    ward_cy: str
    provider_id: int
    inside: bool
    what: str
    person_id: int


@dataclass(frozen=True, slots=True)
class CostFigure:
    """The outcomes of one category in one concluded plan: judged, wholly achieved.

    `price` is of the whole plan, in pence; `judged_in_plan` counts the outcomes of all categories.
    `as_block`: the plan has no price, and is in no cost.
    """

    version_id: int
    provider_id: int
    inside: bool
    person_id: int
    patch_id: int | None
    patch_en: str
    patch_cy: str
    category: Category
    price: int
    judged_in_plan: int
    judged: int
    wholly: int
    as_block: bool = False
