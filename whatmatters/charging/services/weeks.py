"""One week of one person worked out from what is recorded and what holds on its Monday."""

from dataclasses import dataclass
from datetime import date, timedelta

from whatmatters.charging.queries.versions import (
    ArrangementHeld,
    AssessmentHeld,
    arrangements,
    assessments,
    held_on,
)
from whatmatters.charging.queries.week_facts import Recorded, facts_of, is_in_block
from whatmatters.charging.services.refusals import NoArrangement, NoAssessment, PaidAsBlock
from whatmatters.places.queries import council
from whatmatters.policy.charging import england_rates, free_weeks, unverified_order, wales_rates
from whatmatters.rules.charging import england, wales
from whatmatters.rules.charging.arrangement import Basis
from whatmatters.rules.charging.means import Affordable, Means
from whatmatters.rules.charging.week import WeekCharge, free_days, weekly_charge
from whatmatters.rules.periods import DAYS_IN_A_WEEK, Period


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a person's weeks are worked out from."""

    person_id: int
    nation: str
    order_unverified: bool
    arrangements: tuple[ArrangementHeld, ...]
    assessments: tuple[AssessmentHeld, ...]
    recorded: Recorded


@dataclass(frozen=True, slots=True)
class Worked:
    """A week's charge, and the versions that it was worked out under."""

    charge: WeekCharge
    arrangement_id: int
    assessment_id: int | None


def reading(council_id: int, person_id: int, told: Recorded) -> Reading:
    """What holds for a person, by version, beside what was recorded of her weeks."""
    place = council(council_id)
    nation = place.nation if place else ""
    return Reading(
        person_id,
        nation,
        unverified_order(nation),
        arrangements(council_id, person_id),
        assessments(council_id, person_id),
        told,
    )


def worked(told: Reading, week: Period) -> Worked:
    """A week's charge. Raises NoArrangement, NoAssessment, PaidAsBlock, RateNotKnown,
    NothingInForce.

    Nobody's means are needed in a week that is free or charged nothing.
    """
    held = held_on(told.arrangements, week.start)
    if held is None:
        raise NoArrangement()
    number = free_days(week, held.arrangement.free_from, free_weeks(told.nation))
    facts = facts_of(week, told.recorded, _free(week, held.arrangement.free_from, number))
    assessment = held_on(told.assessments, week.start)
    if held.arrangement.basis is Basis.NONE or number == DAYS_IN_A_WEEK:
        means = Affordable(None, None, (), ())
        return Worked(weekly_charge(week, held.arrangement, facts, means), held.id, None)
    if is_in_block(week, told.recorded):
        raise PaidAsBlock(week=week.start)
    if assessment is None:
        raise NoAssessment(week=week.start)
    means = affordable(told.nation, assessment.means, week.start)
    return Worked(weekly_charge(week, held.arrangement, facts, means), held.id, assessment.id)


def affordable(nation: str, means: Means, on: date) -> Affordable:
    """What she can afford by her nation's rates of a day. Raises RateNotKnown, NothingInForce."""
    if nation == "england":
        return england.affordable(means, england_rates(on))
    return wales.affordable(means, wales_rates(on))


def _free(week: Period, free_from: date | None, number: int) -> list[date]:
    """The free days of a week: in a row from its Monday, or from the first free day."""
    if free_from is None or not number:
        return []
    first = max(free_from, week.start)
    return [first + timedelta(days=n) for n in range(number)]
