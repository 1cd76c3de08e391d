"""Each provider and the council say how a service goes by the six principles; the council again."""

from collections.abc import Mapping
from datetime import date, timedelta

from whatmatters.access.queries import Actor
from whatmatters.commissioning.queries.principles import Told, newest, views
from whatmatters.commissioning.services.principles import score_service
from whatmatters.demo.calendar import moment
from whatmatters.demo.world import Provider, World
from whatmatters.rules.principles import Level, Principle

FIRST, AGAIN = timedelta(weeks=5), timedelta(weeks=9)
MUCH, SOME, NONE = Level.MUCH, Level.SOMETHING, Level.NOTHING
ITS_OWN: Mapping[Principle, Told] = {
    Principle.WELLBEING: Told(MUCH, "People told us at reviews what they do again."),
    Principle.VOICE: Told(MUCH, "Nine of ten visits stand in the window that was agreed."),
    Principle.COLLABORATION: Told(SOME, "Two chapels and the library send us word, and we them."),
    Principle.PREVENTION: Told(SOME, "Some plans became smaller; falls were not counted."),
    Principle.ADDED_VALUE: Told(
        MUCH, "The real living wage for everybody, and most rounds on foot."
    ),
    Principle.SUSTAINABILITY: Told(SOME, "Nobody left in these weeks; two posts stayed empty."),
}
COUNCILS: Mapping[Principle, Told] = {
    Principle.WELLBEING: Told(SOME, "Outcomes achieved rose, with an interval that is wide."),
    Principle.VOICE: Told(SOME, "People say when somebody comes, and less often who."),
    Principle.COLLABORATION: Told(NONE, "We saw no referral to a group in these weeks."),
    Principle.PREVENTION: Told(SOME, "Hours fell for some after short-term support."),
    Principle.ADDED_VALUE: Told(MUCH, "Wage slips were seen for one week."),
    Principle.SUSTAINABILITY: Told(NONE, "The price leaves nothing for training."),
}
LATER = dict(COUNCILS) | {
    Principle.COLLABORATION: Told(SOME, "The walking group began, and three people go."),
}


def day_of_principles(world: World, day: date) -> None:
    """After five weeks both say a view of one service, and the council another one after nine."""
    provider = next(iter(world.providers.values()))
    if day == world.calendar.start + FIRST:
        _say(world, provider, provider.manager, day, ITS_OWN)
        _say(world, provider, world.commissioner, day, COUNCILS)
    if day == world.calendar.start + AGAIN:
        _say(world, provider, world.commissioner, day, LATER)


def _say(
    world: World, provider: Provider, by: Actor, day: date, told: Mapping[Principle, Told]
) -> None:
    contract = provider.contract_id
    ever = views(world.council_id, [contract]).get(contract, ())
    before = newest(ever).get(by.organisation_id or 0)
    seen = before.number if before else 0
    score_service(by=by, at=moment(day, 15), contract_id=contract, told=told, seen=seen)
    world.saw("principles_scored", 1)
