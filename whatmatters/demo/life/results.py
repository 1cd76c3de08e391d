"""A service's results: counted a while after each eight weeks, agreed, once put right."""

from collections.abc import Mapping
from datetime import date, timedelta

from whatmatters.access.queries import Actor
from whatmatters.demo.calendar import moment
from whatmatters.demo.world import Provider, World
from whatmatters.results.queries import Said, counted, ever_told, schemes
from whatmatters.results.services import CountGiven, agree_count, count_result
from whatmatters.results.services.counting import count_of_groups

MONDAY = 0
WEEK, MONTH = timedelta(days=7), timedelta(days=28)
# Of 85 and over, and younger. Too few to tell; then the best step; then the first.
COUNTS = (
    count_of_groups(1, ((26, 92, 2), (14, 144, 2))),
    count_of_groups(2, ((14, 100, 5), (10, 141, 4))),
    count_of_groups(3, ((17, 80, 2), (11, 149, 1))),
)
# Two who had not been found were, and one of them had been in hospital again.
RIGHT = count_of_groups(1, ((27, 94, 0), (14, 144, 2)))


def day_of_results(world: World, day: date) -> None:
    """On Mondays: what is over is counted, and what was counted the week before is agreed to."""
    if day.weekday() != MONDAY:
        return
    for provider in world.providers.values():
        if provider.results_id:
            _one(world, provider, day)


def _one(world: World, provider: Provider, day: date) -> None:
    (scheme,) = schemes(world.council_id, ids=[provider.results_id])
    over = dict(scheme.over_by(day - WEEK))
    newest = counted(ever_told(scheme.id))
    for given in COUNTS:
        said = newest.get(given.measured)
        if given.measured in over and said is None:
            _count(provider.manager, day, provider.results_id, given, 0)
            world.saw("result_counted", 1)
    _agree(world, provider, day, newest)


def _agree(world: World, provider: Provider, day: date, newest: Mapping[int, Said]) -> None:
    """Each by the commissioner a week later; of the first, what was found out afterwards."""
    for number, said in newest.items():
        one = said.count
        if said.agreed_at is None:
            agree_count(
                by=world.commissioner,
                at=moment(day, 11),
                contract_id=provider.results_id,
                measured=number,
                seen=one.revision,
            )
            world.saw("result_agreed", 1)
        elif number == RIGHT.measured and one.revision == 1 and one.at < moment(day, 0) - MONTH:
            _count(provider.manager, day, provider.results_id, RIGHT, one.revision)
            world.saw("result_put_right", 1)


def _count(by: Actor, day: date, contract_id: int, given: CountGiven, seen: int) -> None:
    count_result(by=by, at=moment(day, 10), contract_id=contract_id, given=given, seen=seen)
