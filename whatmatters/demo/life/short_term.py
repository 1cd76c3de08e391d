"""Short-term support: somebody begins each Monday, and every one of them ends in one way."""

from datetime import date, timedelta

from whatmatters.commissioning.queries import contract_facts
from whatmatters.demo.calendar import moment
from whatmatters.demo.world import Somebody, World
from whatmatters.episodes import services as episodes
from whatmatters.episodes.queries import EpisodeFacts, episode_facts
from whatmatters.episodes.queries.episodes import MODEL
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.episodes import ReadingKind
from whatmatters.rules.people import Language

MONDAY = 0
BARTHEL = "barthel/20"
BEGINS_AT, BETTER_BY = 11, 5  # scores
FOLLOWED_AFTER = timedelta(weeks=2)
EVERY_THIRD, EVERY_NINTH = 3, 9
LONGER = {
    Language.WELSH: "Daeth y canllaw’n hwyr",
    Language.ENGLISH: "The rail was fitted late",
}
ENDS = (
    EndState.INDEPENDENT,
    EndState.SMALLER,
    EndState.INDEPENDENT,
    EndState.SAME,
    EndState.LARGER,
    EndState.READMITTED,
    EndState.UNKNOWN,
)


def day_of_short_term(world: World, day: date) -> None:
    """On Mondays one begins, those whose clock ran out are ended, and the ended are followed up."""
    if day.weekday() != MONDAY:
        return
    held = episode_facts(world.council_id)
    people = {one.person_id: one for one in world.people.values()}
    for facts in held:
        _go_on(world, day, facts, people[facts.person_id])
    known = {facts.person_id for facts in held}
    new = next((one for one in people.values() if one.here and one.person_id not in known), None)
    if new is not None:
        _open(world, day, new)


def _open(world: World, day: date, person: Somebody) -> None:
    contract = next(c.id for c in contract_facts(world.council_id) if c.model == MODEL)
    given = episodes.EpisodeGiven(person.person_id, contract, day)
    opened = episodes.open_episode(by=person.worker, at=moment(day, 9), given=given)
    first = episodes.ReadingGiven(opened, ReadingKind.BASELINE, day, BARTHEL, BEGINS_AT)
    episodes.take_reading(by=person.worker, at=moment(day, 10), given=first)
    world.saw("short_term_opened")


def _go_on(world: World, day: date, facts: EpisodeFacts, person: Somebody) -> None:
    by, at = person.worker, moment(day, 11)
    if facts.ends is None and day > facts.last and facts.id % EVERY_NINTH:
        state = ENDS[facts.id % len(ENDS)]
        episodes.end_episode(by=by, at=at, episode_id=facts.id, on=facts.last, state=state)
        world.saw("short_term_ended")
    elif _a_week_is_left(facts, day) and facts.id % EVERY_THIRD == 0:
        why = LONGER.get(person.language, LONGER[Language.ENGLISH])
        episodes.extend_episode(by=by, at=at, episode_id=facts.id, on=day, why=why)
        world.saw("short_term_extended")
    elif facts.ends is not None and day == facts.last + FOLLOWED_AFTER + timedelta(days=1):
        if person.gone or facts.state is EndState.DIED:
            return
        score = BEGINS_AT + facts.id % BETTER_BY
        read = episodes.ReadingGiven(facts.id, ReadingKind.FOLLOW_UP, day, BARTHEL, score)
        episodes.take_reading(by=by, at=at, given=read)
        world.saw("short_term_followed_up")


def _a_week_is_left(facts: EpisodeFacts, day: date) -> bool:
    runs = facts.ends is None and facts.extended_on is None
    return runs and facts.last - day == timedelta(days=6)
