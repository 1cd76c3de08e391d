"""A request for support and the steps it takes, as given."""

from dataclasses import dataclass
from datetime import date

from whatmatters.rules.outcomes import DeclineReason, WayInStep
from whatmatters.rules.refusals import Refusal


class NoPatch(Refusal):
    """The person lives in no patch, so there is no lead provider to ask: (person_id=)."""

    code = "person_has_no_patch"


class NoLeadProvider(Refusal):
    """Nobody leads the patch on the day: (patch_id=, on=)."""

    code = "no_lead_provider"


class DeclineNeedsReason(Refusal):
    """Whoever declines says why (R-LE-15)."""

    code = "decline_needs_reason"


@dataclass(frozen=True, slots=True)
class NewReferral:
    """A request for support. `owner_id`: the organisation whose step it is."""

    person_id: int
    demand_id: int
    on: date
    owner_id: int | None = None


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One step on a day, and who owns what comes next."""

    referral_id: int
    step: WayInStep
    on: date
    owner_id: int | None = None
    decline_reason: DeclineReason | None = None
