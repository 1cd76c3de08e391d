"""What is recorded of a person's weeks: planned time, check-ins, the plan's price, the cost.

With `bundles`, the one place of charging that reads minutes. Of other money only time and task and
the reviews of bundles do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from whatmatters.charging.queries.bundles import BundleHeld, bundles_held
from whatmatters.charging.queries.costs import costs
from whatmatters.delivery.queries import (
    PackageFacts,
    StayFacts,
    VisitFacts,
    hospital_stays,
    packages,
    visits,
)
from whatmatters.outcomes.queries import VersionContent, version_content, versions_of_person
from whatmatters.rules.charging.bases import WeekFacts
from whatmatters.rules.charging.cost_values import WeekCost
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.minutes import MINUTES_IN_AN_HOUR, hours
from whatmatters.rules.money import pence
from whatmatters.rules.periods import DAYS_IN_A_WEEK, Period, week_of

IN_FORCE = frozenset({PlanState.AGREED, PlanState.ENDED})


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything that weeks are worked out from, read once."""

    packages: tuple[PackageFacts, ...]
    visits: dict[int, tuple[VisitFacts, ...]]
    bundles: tuple[BundleHeld, ...]
    plans: tuple[VersionContent, ...]
    costs: dict[date, WeekCost]
    stays: tuple[StayFacts, ...]


def recorded(council_id: int, person_id: int, mondays: Sequence[date]) -> Recorded:
    """What is recorded of these weeks. Raises WeekNotPaid."""
    held = packages(council_id, person_ids=[person_id])
    versions = versions_of_person(person_id, council_id=council_id)
    content = version_content([one.id for one in versions if one.state in IN_FORCE])
    last = week_of(max(mondays)).last_day
    return Recorded(
        held,
        visits([one.package_id for one in held], min(mondays), last),
        bundles_held(council_id, person_id, min(mondays), last),
        tuple(content.values()),
        costs(council_id, person_id, mondays),
        hospital_stays(council_id, [person_id]).get(person_id, ()),
    )


def facts_of(week: Period, told: Recorded, free: Iterable[date]) -> WeekFacts:
    """One week's facts. Minutes of free days are left out, and planned ones of days in hospital."""
    free_days = frozenset(free)
    all_days = [week.start + timedelta(days=n) for n in range(DAYS_IN_A_WEEK)]
    days = [day for day in all_days if day not in free_days]
    home = [day for day in days if not any(_away(stay, day) for stay in told.stays)]
    planned = sum((_planned(one, home) for one in told.packages), Fraction(0))
    planned += sum((_plan_minutes(one, home) for one in told.plans), Fraction(0))
    planned += sum((one.planned(home) for one in told.bundles), Fraction(0))
    delivered = sum(
        visit.delivered or 0
        for package in told.visits.values()
        for visit in package
        if visit.date in days
    ) + sum(one.delivered(days) for one in told.bundles)
    cost = told.costs[week.start]
    return WeekFacts(
        planned_minutes=int(planned),
        delivered_minutes=delivered,
        plan_pence=_value(told, all_days),
        cost=cost.pence,
        free_days=len(free_days),
        cost_parts=cost.parts,
    )


def is_in_block(week: Period, told: Recorded) -> bool:
    """Whether a plan of hers that is paid as a block runs on a day of the week."""
    days = [week.start + timedelta(days=n) for n in range(DAYS_IN_A_WEEK)]
    return any(one.facts.as_block and _plan_share(one, days) > 0 for one in told.plans)


def _planned(package: PackageFacts, days: Iterable[date]) -> Fraction:
    held = sum(_runs(package.starts, package.ends, day) for day in days)
    return Fraction(held * package.calls_per_day * package.minutes_per_call)


def _plan_minutes(content: VersionContent, days: Iterable[date]) -> Fraction:
    """The plan's paid hours, spread evenly over its days."""
    whole = sum((Fraction(one.line.hours or 0) for one in content.lines if one.pence), Fraction(0))
    return _plan_share(content, days) * whole * MINUTES_IN_AN_HOUR


def _value(told: Recorded, days: Sequence[date]) -> Fraction:
    """The week's part of the prices of her plans, packages and bundles, exact."""
    plans = (_plan_share(one, days) * one.facts.price for one in told.plans)
    bought = (hours(1) * _planned(one, days) * pence(one.rate) for one in told.packages)
    bundled = (one.value(days) for one in told.bundles)
    return sum((*plans, *bought, *bundled), Fraction(0))


def _plan_share(content: VersionContent, days: Iterable[date]) -> Fraction:
    facts = content.facts
    held = sum(_runs(facts.starts, facts.ended_on or facts.ends, day) for day in days)
    return Fraction(held, (facts.ends - facts.starts).days + 1)


def _away(stay: StayFacts, day: date) -> bool:
    """Whether a day was spent in hospital whole: not the days of admission and discharge."""
    return stay.admitted < day and (stay.discharged is None or day < stay.discharged)


def _runs(starts: date, ends: date | None, day: date) -> bool:
    return starts <= day and (ends is None or day <= ends)
