"""A team's shifts, told every Monday for the week before; now and then one is put right."""

from collections.abc import Iterator
from datetime import date, timedelta

from whatmatters.demo.calendar import moment
from whatmatters.demo.stage.shifts import SENIOR, SUPPORT
from whatmatters.demo.world import World
from whatmatters.shifts.services import ShiftGiven, record_shifts

MONDAY, WEEK = 0, 7
EARLY, LATE = 480, 390  # minutes
EVERY_FIFTH = 5
# With people, of both workers of a morning and of the one of an evening: social care, health.
MORNING, EVENING, TRAVEL = (430, 95), (165, 40), 55


def day_of_shifts(world: World, day: date) -> None:
    """On Mondays, once a week has been worked."""
    if day.weekday() != MONDAY or day - timedelta(days=WEEK) < world.calendar.start:
        return
    for provider in world.providers.values():
        if not provider.shifts_id:
            continue
        told = [one for n in range(WEEK, 0, -1) for one in _worked(day - timedelta(days=n))]
        put_right = _put_right(world, day)
        recorded = record_shifts(
            by=provider.manager,
            at=moment(day, 10),
            contract_id=provider.shifts_id,
            shifts=[*told, *put_right],
        )
        world.saw("worked_shift", recorded.new)
        world.saw("worked_shift_put_right", recorded.corrected)


def _worked(day: date) -> Iterator[ShiftGiven]:
    """Two of a morning and a senior of an evening: more health tasks as the year goes on."""
    lean = day.toordinal() % WEEK
    (social, health), (later, nursing) = MORNING, EVENING
    grown = day.timetuple().tm_yday // WEEK
    yield ShiftGiven(
        f"B-{day:%Y%m%d}", day, SUPPORT, 2, EARLY, social - lean, health + grown, 2 * TRAVEL
    )
    yield ShiftGiven(f"H-{day:%Y%m%d}", day, SENIOR, 1, LATE, later + lean, nursing + grown, TRAVEL)


def _put_right(world: World, day: date) -> list[ShiftGiven]:
    """Every fifth week: on one evening, a fortnight ago, the senior stayed an hour longer."""
    ago = day - timedelta(days=2 * WEEK)
    if day.isocalendar().week % EVERY_FIFTH or ago < world.calendar.start:
        return []
    _, evening = _worked(ago)
    return [
        ShiftGiven(
            evening.reference,
            ago,
            SENIOR,
            1,
            LATE + 60,
            evening.social,
            evening.health + 60,
            evening.travel,
        )
    ]
