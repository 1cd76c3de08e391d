"""What people tell those who work with them, what they complain about, and the answers."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from whatmatters.demo.agenda import Happening
from whatmatters.demo.calendar import moment
from whatmatters.demo.phrases import Phrase, said, spoken_in, words
from whatmatters.demo.world import Somebody, World
from whatmatters.letters import services as letters
from whatmatters.rules.messages import MessageKind

WEDNESDAY = 2
WEEK_DAYS = 7
# A complaint in the last week, still to be answered, and one every eight weeks before it.
COMPLAINS_EVERY = 8
PART = {MessageKind.MESSAGE: "told", MessageKind.COMPLAINT: "complained"}


def midweek(world: World, day: date) -> None:
    """Each Wednesday somebody with a plan tells something; in some weeks somebody complains."""
    people = [p for p in world.people.values() if p.here and p.agreed_id]
    if day.weekday() != WEDNESDAY or not people:
        return
    weeks = (world.calendar.until - day).days // WEEK_DAYS
    _told(world, day, people[weeks * 7 % len(people)], MessageKind.MESSAGE, weeks)
    if weeks % COMPLAINS_EVERY == 0:
        _told(world, day, people[weeks * 5 % len(people)], MessageKind.COMPLAINT, weeks)


def _told(world: World, day: date, person: Somebody, kind: MessageKind, number: int) -> None:
    found = words("messages")[PART[kind]]
    phrase = found[number % len(found)]
    message_id = _send(person, moment(day, 13), kind, phrase)
    world.saw("message" if kind is MessageKind.MESSAGE else "complaint")
    told = {"message": message_id, "phrase": phrase}
    if kind is MessageKind.COMPLAINT:
        world.agenda.later(day, 1, "acknowledge", person.plot.number, message=message_id)
        world.agenda.later(day, 14, "answer_message", person.plot.number, **told)
    else:
        world.agenda.later(day, 2, "answer_message", person.plot.number, **told)


def acknowledge(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Whoever complained is told that it was read."""
    for happening in batch:
        by = world.somebody(happening.number).worker
        read = happening.details["message"]
        letters.acknowledge(by=by, at=moment(day, 10), complaint_id=read)
        world.saw("complaint_acknowledged")


def answer_message(world: World, day: date, batch: Sequence[Happening]) -> None:
    """The answer, by whoever works with them for the council."""
    for happening in batch:
        person, told = world.somebody(happening.number), happening.details
        _answer(person, moment(day, 11), told["message"], told["phrase"])
        world.saw("message_answered")


def last_evening(world: World, person: Somebody) -> None:
    """What the person whose sign-in is printed told on the last day: one answered, one not yet."""
    first, second = words("messages")[PART[MessageKind.MESSAGE]][:2]
    day = world.calendar.until
    message_id = _send(person, moment(day, 17), MessageKind.MESSAGE, first)
    _answer(person, moment(day, 18), message_id, first)
    _send(person, moment(day, 19), MessageKind.MESSAGE, second)


def _send(person: Somebody, at: datetime, kind: MessageKind, phrase: Phrase) -> int:
    given = letters.MessageGiven(
        person.person_id,
        kind,
        said(phrase, person.language),
        spoken_in(phrase, person.language),
        _token(f"{kind}:{person.person_id}:{at.isoformat()}"),
    )
    return letters.send_message(by=person.own, at=at, message=given)


def _answer(person: Somebody, at: datetime, message_id: int, phrase: Phrase) -> None:
    answer = letters.AnswerGiven(
        message_id,
        said(phrase, person.language, "answer"),
        _token(f"answer:{message_id}"),
        spoken_in(phrase, person.language),
    )
    letters.answer_message(by=person.worker, at=at, answer=answer)


def _token(told: str) -> UUID:
    return uuid5(NAMESPACE_URL, told)
