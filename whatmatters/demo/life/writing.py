"""How invented people may be written to, and the letters of each week: posted, told or waiting."""

from datetime import date

from whatmatters.demo.calendar import moment
from whatmatters.demo.world import Somebody, World
from whatmatters.letters import services as letters
from whatmatters.letters.queries.letters import LetterFacts, letters_in
from whatmatters.letters.queries.ways import Postroom
from whatmatters.people import services as people
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.letters import Addressee, LetterState
from whatmatters.rules.people import Language

MONDAY = 0
WEEK_DAYS = 7
# Of so many people one each: never asked; wants nothing in writing; avoids words.
UNASKED, QUIET, CAREFUL = 6, 9, 5
# One letter in so many is left until the next week, as in any office.
LEFT_OVER = 5
BY_HAND = {LetterState.TO_POST: LetterState.POSTED, LetterState.TO_TELL: LetterState.TOLD}


def choose(world: World, first: date) -> None:
    """On the first day: how each may be written to; nobody asked some of them yet."""
    asked = [p for p in world.people.values() if p.plot.number % UNASKED]
    given = [people.ContactGiven(p.person_id, _contact(p)) for p in asked]
    if given:
        people.choose_contacts(by=world.system, at=moment(first, 8), choices=given)
        world.saw("contact_chosen", len(given))


def _contact(person: Somebody) -> Contact:
    number = person.plot.number
    language = Language.WELSH if person.language is Language.WELSH else Language.ENGLISH
    if number % QUIET == 1:
        return Contact(Channel.IN_PERSON, hours="Wednesday mornings", language=language)
    careful = number % CAREFUL == 2
    return Contact(
        Channel.POST,
        address=f"c/o The Post Office, {number} Invented Street" if careful else _home(number),
        unsafe=(_home(number),) if careful else (),
        avoided=("council", "cyngor", "care", "gofal") if careful else (),
        language=language,
        large_print=number % 3 == 0,
        statements=number % 2 == 0,
    )


def _home(number: int) -> str:
    return f"{number} Imaginary Terrace"


def monday(world: World, day: date) -> None:
    """Each Monday, and on the last day, what is due is queued; most of it is done that day."""
    last = day == world.calendar.until
    if day.weekday() != MONDAY and not last:
        return
    room = Postroom()
    new = letters.keep_letters(by=world.system, at=moment(day, 7), on=day, room=room)
    world.saw("letter_queued", new)
    if (world.calendar.until - day).days >= WEEK_DAYS:
        _done(world, day)


def _done(world: World, day: date) -> None:
    workers = {p.person_id: p.worker for p in world.people.values()}
    for letter in letters_in(world.council_id, BY_HAND):
        if letter.id % LEFT_OVER == 0 and _is_new(letter, day):
            continue
        to_person = letter.addressee is Addressee.PERSON
        by = workers[letter.addressee_id] if to_person else world.finance
        done = BY_HAND[letter.state]
        letters.mark_done(by=by, at=moment(day, 15), letter_ids=[letter.id], done=done)
        world.saw(f"letter_{done}")


def _is_new(letter: LetterFacts, day: date) -> bool:
    return letter.at >= moment(day, 0)
