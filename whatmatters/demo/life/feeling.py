"""How far people feel in control: some of those whom their first page asks say it (R-VG-08)."""

from datetime import date

from whatmatters.demo.calendar import moment
from whatmatters.demo.phrases import said, words
from whatmatters.demo.world import Somebody, World
from whatmatters.outcomes.queries.control_periods import control_asked
from whatmatters.outcomes.services.control import ControlGiven, say_control
from whatmatters.rules.control import Control

# One in so many answers, each on a day of the month of their own; of these one in so many has it
# written down by the social worker. No chance is drawn, so that nothing else turns out otherwise.
ANSWERS, WRITTEN_DOWN, DAYS = 2, 12, 28


def day_of_control(world: World, day: date) -> None:
    """Whoever is asked and whose day it is says it, in a few words or in none."""
    passed = (day - world.calendar.start).days
    for number, person in world.people.items():
        if number % ANSWERS or (number - passed) % DAYS or not person.here:
            continue
        if control_asked(world.council_id, person.person_id, day) is not None:
            _say(person, number, day)
            world.saw("control_said")


def _say(person: Somebody, number: int, day: date) -> None:
    phrases = words("events")["control"]
    phrase = phrases[(number // ANSWERS + day.month) % len(phrases)]
    told, answer = said(phrase, person.language), Control(phrase["answer"])
    heard = number % WRITTEN_DOWN == 0 and person.decider is None
    say_control(
        by=person.worker if heard else person.voice,
        at=moment(day, 13),
        person_id=person.person_id,
        given=ControlGiven(answer, told, heard=heard),
    )
