"""Some who had support from the first day are charged for it, period by period: all invented."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from whatmatters.charging import services as charging
from whatmatters.demo.calendar import moment
from whatmatters.demo.plot import Path
from whatmatters.demo.world import Somebody, World
from whatmatters.rules.charging.arrangement import Arrangement, Basis
from whatmatters.rules.charging.means import Means

AN_HOUR = Decimal("18.50")
# Of those with a package or a bundle every fourth, and no more than so many.
EVERY, MOST = 4, 8
WORDS = "Invented for this demonstration: no letter and no account stands behind these figures."
LEAST_INCOME, INCOME_STEP, INCOMES = 300, 17, 7  # pounds a week
BASES = (
    Arrangement(Basis.PLANNED_HOURS, hourly_rate=AN_HOUR),
    Arrangement(Basis.DELIVERED_MINUTES, hourly_rate=AN_HOUR),
    Arrangement(Basis.PLAN_PRICE_SHARE, share=Decimal("0.60")),
)


def begin(world: World, day: date) -> None:
    """What each of them has, and how she is charged, from the first day; one would not say."""
    by, at = world.finance, moment(day, 10)
    for place, person in enumerate(_charged(world)):
        who, means = person.person_id, _means(world, place)
        charging.record_assessment(
            by=by, at=at, person_id=who, starts=day, means=means, words=WORDS
        )
        basis = BASES[place % len(BASES)]
        charging.set_arrangement(by=by, at=at, person_id=who, starts=day, arrangement=basis)
        world.saw("charging_arrangement")


def charge(world: World, day: date, through: date) -> None:
    """Once a period is released its weeks are charged, and those before are looked at again."""
    at = moment(day, 17)
    for person in _charged(world):
        if person.here:
            made = charging.charge_weeks(
                by=world.finance, at=at, person_id=person.person_id, through=through
            )
            world.saw("charge_line", made.lines)


def _charged(world: World) -> Iterator[Somebody]:
    held = [p for p in world.people.values() if p.plot.number % EVERY == 1]
    supported = [p for p in held if p.plot.path == Path.LEGACY]
    yield from supported[:MOST]


def _means(world: World, place: int) -> Means:
    if place == MOST - 1:
        return Means(declined=True)
    income = Decimal(LEAST_INCOME + INCOME_STEP * (place % INCOMES))
    if world.nation == "england":
        return Means(income=income, minimum_income=Decimal(232))
    return Means(income=income, basic_entitlement=Decimal(201))
