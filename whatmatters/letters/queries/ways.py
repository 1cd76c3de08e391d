"""For each letter the only safe way and the words to use, as choices stand now.

Words are tried with the council's name and, where they hold what must not be used, without it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.queries.staff import StaffFacts, staff_of
from whatmatters.letters.queries.letters import LetterFacts
from whatmatters.letters.queries.wording import Text, Told, by_mail, on_paper
from whatmatters.people.queries import PersonFacts, contacts, person_facts
from whatmatters.places.queries import CouncilFacts, council
from whatmatters.rules.contact import Channel, Contact, holds_avoided
from whatmatters.rules.letters import Addressee, LetterState, Way, WhyNot, way_to
from whatmatters.rules.people import Language
from whatmatters.rules.roles import Role


@dataclass(frozen=True, slots=True)
class Postroom:
    """What this installation can do: `sender` is the From address, "" where nothing is mailed."""

    sender: str = ""
    site: str = ""

    @property
    def can_mail(self) -> bool:
        """Whether e-mail leaves from here at all."""
        return bool(self.sender)


@dataclass(frozen=True, slots=True)
class Mail:
    """One e-mail to one address."""

    to: str
    text: Text


@dataclass(frozen=True, slots=True)
class Ready:
    """A letter with its way. `mails` where it may be mailed; `paper` and `envelope` for print."""

    letter: LetterFacts
    way: Way
    mails: tuple[Mail, ...]
    paper: Text
    envelope: tuple[str, ...]
    language: str
    large_print: bool = False


def ready(
    council_id: int, letters: Iterable[LetterFacts], room: Postroom, *, on: date
) -> dict[int, Ready]:
    """Each letter with its way, by id: five queries, whatever the number."""
    asked = tuple(letters)
    ids = {one.addressee_id for one in asked if one.addressee is Addressee.PERSON}
    bodies = {one.addressee_id for one in asked if one.addressee is Addressee.ORGANISATION}
    here = council(council_id)
    if here is None or not asked:
        return {}
    people, chosen = person_facts(ids), contacts(council_id, ids)
    staff = staff_of(council_id, bodies, Role.PROVIDER_MANAGER, on) if bodies else ()
    names = organisation_names(bodies) if bodies else {}
    found = {}
    for one in asked:
        if one.addressee is Addressee.PERSON:
            facts = chosen.get(one.addressee_id)
            contact = facts.contact if facts else None
            found[one.id] = _to_person(one, people[one.addressee_id], contact, here, room)
        else:
            held = [s for s in staff if s.organisation_id == one.addressee_id]
            found[one.id] = _to_body(one, names.get(one.addressee_id, ""), held, here, room)
    return found


def _to_person(
    letter: LetterFacts,
    person: PersonFacts,
    contact: Contact | None,
    here: CouncilFacts,
    room: Postroom,
) -> Ready:
    language = str(contact.language if contact else person.language)
    avoided = contact.avoided if contact else ()
    told, name = _told(letter), _council_name(here, language)
    paper = on_paper(told, language=language, name=person.known_as, sender=name)
    if holds_avoided(paper.whole(), avoided):
        paper = on_paper(told, language=language, name=person.known_as, sender="")
    mail = by_mail(told, language=language, sender=name, site=room.site)
    if holds_avoided(mail.whole(), avoided):
        mail = by_mail(told, language=language, sender="", site="")
    texts = {
        Channel.POST: f"{paper.whole()}\n{person.full_name}",
        Channel.EMAIL: f"{mail.whole()}\n{room.sender}",
    }
    address = contact.address if contact else ""
    return Ready(
        letter=letter,
        way=way_to(contact, can_mail=room.can_mail, texts=texts),
        mails=(Mail(contact.email, mail),) if contact else (),
        paper=paper,
        envelope=(person.full_name, *address.splitlines()),
        language=language,
        large_print=contact.large_print if contact else False,
    )


def _to_body(
    letter: LetterFacts, name: str, staff: list[StaffFacts], here: CouncilFacts, room: Postroom
) -> Ready:
    told = _told(letter)
    language = staff[0].language if staff else str(Language.ENGLISH)
    mails = tuple(
        Mail(
            one.email,
            by_mail(
                told,
                language=one.language,
                sender=_council_name(here, one.language),
                site=room.site,
            ),
        )
        for one in staff
        if one.email
    )
    sends = room.can_mail and bool(mails)
    return Ready(
        letter=letter,
        way=Way(LetterState.QUEUED) if sends else Way(LetterState.TO_POST, WhyNot.NO_MAIL),
        mails=mails,
        paper=on_paper(told, language=language, name=name, sender=_council_name(here, language)),
        envelope=(name,),
        language=language,
    )


def _told(letter: LetterFacts) -> Told:
    return Told(letter.addressee, letter.reason, letter.about_from, letter.about_until)


def _council_name(here: CouncilFacts, language: str) -> str:
    return here.name_cy if language.startswith("cy") else here.name_en
