"""What family of two people offer on the last day, change, take back and ask for themselves."""

from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from whatmatters.demo.calendar import moment
from whatmatters.demo.phrases import Phrase, said, spoken_in, words
from whatmatters.demo.world import Somebody, World
from whatmatters.letters.services import MessageGiven, send_message
from whatmatters.outcomes.services.known import say_known
from whatmatters.people.services import HelpOffered, change_help, offer_help, withdraw_help
from whatmatters.rules.messages import MessageKind


def last_day(world: World, person: Somebody) -> None:
    """The family of the person whose sign-in is printed offers two things and changes one; the
    family of somebody else takes back what they offered."""
    shopping, sunday = words("help")["offered"]
    _offer(world, person, shopping, 9)
    offer_id = _offer(world, person, sunday, 10)
    if person.kin and offer_id:
        less = _offered(person, words("help")["less"][0])
        on, at = world.calendar.until, _at(world, 15)
        change_help(by=person.kin, at=at, on=on, offer_id=offer_id, number=1, offered=less)
        _ask(world, person)
        _know(world, person)
    other = _other(world, person)
    taken_back = _offer(world, other, shopping, 11) if other else 0
    if other and other.kin and taken_back:
        withdraw_help(by=other.kin, at=_at(world, 16), offer_id=taken_back)


def _other(world: World, person: Somebody) -> Somebody | None:
    close = (p for p in world.people.values() if p.kin and p.here and p.agreed_id)
    return next((p for p in close if p is not person), None)


def _offer(world: World, person: Somebody, phrase: Phrase, hour: int) -> int:
    """The offer's id; 0 where nobody is close to this person."""
    if person.kin is None:
        return 0
    told: dict[str, Any] = {"person_id": person.person_id, "offered": _offered(person, phrase)}
    return offer_help(by=person.kin, at=_at(world, hour), on=world.calendar.until, **told)


def _offered(person: Somebody, phrase: Phrase) -> HelpOffered:
    return HelpOffered(
        what=said(phrase, person.language),
        days=said(phrase, person.language, "days"),
        limits=said(phrase, person.language, "limits"),
        language=spoken_in(phrase, person.language),
    )


def _ask(world: World, person: Somebody) -> None:
    if person.kin is None:
        return
    phrase = words("help")["carer"][0]
    token = uuid5(NAMESPACE_URL, f"carer:{person.person_id}")
    told, spoken = said(phrase, person.language), spoken_in(phrase, person.language)
    given = MessageGiven(person.person_id, MessageKind.CARER_SUPPORT, told, spoken, token)
    send_message(by=person.kin, at=_at(world, 20), message=given)


def _know(world: World, person: Somebody) -> None:
    """What they know of her, beside her newest conversation; nothing where none was held."""
    if person.kin is None or not person.conversation_id:
        return
    phrase = words("help")["known"][0]
    told, spoken = said(phrase, person.language), spoken_in(phrase, person.language)
    about: dict[str, Any] = {"person_id": person.person_id, "words": told, "language": spoken}
    say_known(by=person.kin, at=_at(world, 21), on=world.calendar.until, **about)


def _at(world: World, hour: int) -> datetime:
    return moment(world.calendar.until, hour)
