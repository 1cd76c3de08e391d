"""Somebody asks for support: what was said, the request it opens, and what nothing here matches."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.outcomes.queries import referrals_of
from whatmatters.outcomes.services.demands import NewDemand, log_demands
from whatmatters.outcomes.services.eligibility import EligibilityGiven, decide_eligibility
from whatmatters.outcomes.services.unmatched_needs import UnmatchedGiven, record_unmatched
from whatmatters.outcomes.services.way_in import refer, take_steps
from whatmatters.outcomes.services.way_in_given import NewReferral, StepTaken
from whatmatters.rules.outcomes import WayInStep
from whatmatters.rules.people import Language
from whatmatters.rules.way_in import STEPS


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What somebody asked for, in their own words. `unmatched`: nothing in the area matches it."""

    person_id: int
    on: date
    words: str
    language: Language
    unmatched: bool = False


@transaction.atomic
def ask_for_support(*, by: Actor, at: datetime, asked: AskedFor, owner_id: int | None) -> int:
    """Keep the words and open the request; its id. `owner_id`: whose step it is now.

    Raises what `log_demands`, `refer` and `record_unmatched` do.
    """
    demand = NewDemand(asked.on, asked.words, asked.language, person_id=asked.person_id)
    (demand_id,) = log_demands(by=by, at=at, demands=[demand])
    new = NewReferral(asked.person_id, demand_id, asked.on, owner_id)
    (referral_id,) = refer(by=by, at=at, referrals=[new])
    if asked.unmatched:
        need = UnmatchedGiven(asked.person_id, asked.on, asked.words)
        record_unmatched(by=by, at=at, needs=[need])
    return referral_id


@transaction.atomic
def decide_on_request(*, by: Actor, at: datetime, given: EligibilityGiven) -> int:
    """Decide eligibility; the id of the decision. A request that waits for it takes its step.

    Raises what `decide_eligibility` and `take_steps` do.
    """
    (decided,) = decide_eligibility(by=by, at=at, decisions=[given])
    held = referrals_of(given.person_id, council_id=by.council_id)
    waits = [
        p for p in held if WayInStep.ELIGIBILITY in STEPS[p.now] and p.steps[-1].on <= given.on
    ]
    steps = [
        StepTaken(path.referral_id, WayInStep.ELIGIBILITY, given.on, path.steps[-1].owner_id)
        for path in waits
    ]
    take_steps(by=by, at=at, steps=steps)
    return decided.id
