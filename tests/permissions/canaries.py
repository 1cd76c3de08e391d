"""Canaries planted in both councils through the services, and looked for in a text."""

from tests.fixtures.case import moment
from tests.permissions.world import TODAY, Place, Places
from whatmatters.access.queries import actor_for
from whatmatters.outcomes.services.events import write_note
from whatmatters.people.services import ContactGiven, choose_contacts
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.people import Language
from whatmatters.rules.sharing import KeptSubject
from whatmatters.trust.services import guard_address, keep_between_us


def plant(place: Place) -> None:
    """A number, a hidden address and a note between her and her workers; she chose e-mail."""
    user_id = place.readers["social_worker:assigned"].pk
    by = actor_for(user_id, council_id=place.case.council_id, on=TODAY)
    about = {"by": by, "at": moment(TODAY), "on": TODAY, "person_id": place.ids["person_id"]}
    place.canaries |= {
        "number": f"943 476 59{place.code[-2:]}",
        "address": f"14 Rhes Ganari {place.code}",
        "kept": f"CanariRhyngomNi{place.code}",
    }
    number = f"Her number is {place.canaries['number']}"
    write_note(words=number, language=Language.ENGLISH, **about)
    kept = write_note(words=place.canaries["kept"], language=Language.WELSH, **about)
    keep_between_us(words=[(KeptSubject.NOTE, kept)], **about)
    guard_address(hidden=True, address=place.canaries["address"], reason="Safety", **about)
    where = f"one.{place.code.lower()}@example.org"
    contact = Contact(Channel.EMAIL, email=where, language=Language.WELSH)
    chosen = [ContactGiven(place.ids["person_id"], contact)]
    choose_contacts(by=by, at=moment(TODAY), choices=chosen)


def planted(both: Places) -> Places:
    for place in both:
        plant(place)
    return both


def leaked(text: str, places: Places) -> list[str]:
    """Every canary of either council that stands in a text."""
    return [word for place in places for word in place.canaries.values() if word in text]
