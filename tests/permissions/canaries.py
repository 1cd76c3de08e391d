"""Canaries planted in both councils through the services, and looked for in a text."""

from decimal import Decimal

from tests.fixtures.case import moment
from tests.permissions.world import TODAY, Place, Places
from whatmatters.access.queries import actor_for
from whatmatters.outcomes.services import GapNoted, note_gaps
from whatmatters.outcomes.services.events import write_note
from whatmatters.people.services import (
    ContactGiven,
    NewHome,
    PersonCorrected,
    choose_contacts,
    correct_people,
)
from whatmatters.places.models import Area
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.people import Language
from whatmatters.rules.sharing import KeptSubject
from whatmatters.trust.services import guard_address, keep_between_us


def plant(place: Place) -> None:
    """A number, a hidden home and a note between her and her workers; she chose e-mail."""
    user_id = place.readers["social_worker:assigned"].pk
    by = actor_for(user_id, council_id=place.case.council_id, on=TODAY)
    about = {"by": by, "at": moment(TODAY), "on": TODAY, "person_id": place.ids["person_id"]}
    place.canaries |= {
        "number": f"943 476 59{place.code[-2:]}",
        "address": f"14 Rhes Ganari {place.code}",
        "kept": f"CanariRhyngomNi{place.code}",
        "postcode": f"LL55 9{place.code[-2:].replace('0', 'Q')}",
        "ward": f"CanariWard{place.code}",
        "point": f"53.987{place.code[-2:]}",
    }
    move_home(place)
    number = f"Her number is {place.canaries['number']}"
    write_note(words=number, language=Language.ENGLISH, **about)
    kept = write_note(words=place.canaries["kept"], language=Language.WELSH, **about)
    keep_between_us(words=[(KeptSubject.NOTE, kept)], **about)
    guard_address(hidden=True, address=place.canaries["address"], reason="Safety", **about)
    where = f"one.{place.code.lower()}@example.org"
    contact = Contact(Channel.EMAIL, email=where, language=Language.WELSH)
    chosen = [ContactGiven(place.ids["person_id"], contact)]
    choose_contacts(by=by, at=moment(TODAY), choices=chosen)


def move_home(place: Place) -> None:
    """She lives in a ward of her own, of which a gap of her plan tells; before it is hidden."""
    case, told = place.case, place.canaries["ward"]
    code = f"C{place.code[-8:]}"
    area = {"council_id": case.council_id, "kind": "ward", "code": code}
    ward = Area.objects.create(**area, name_en=told, name_cy=told)
    home = NewHome(
        lsoa_id=case.lsoa_id,
        ward_id=ward.pk,
        patch_id=case.patch_id,
        postcode=place.canaries["postcode"],
        latitude=Decimal(place.canaries["point"]),
        longitude=Decimal("-4.27000"),
    )
    person_id = int(str(place.ids["person_id"]))
    moved = [PersonCorrected(person_id, home=home)]
    correct_people(by=case.social_worker, at=moment(TODAY), people=moved)
    gap = GapNoted(int(str(place.ids["version_id"])), TODAY, "A bench on the way")
    note_gaps(by=case.manager, at=moment(TODAY), gaps=[gap])


def planted(both: Places) -> Places:
    for place in both:
        plant(place)
    return both


def leaked(text: str, places: Places) -> list[str]:
    """Every canary of either council that stands in a text."""
    return [word for place in places for word in place.canaries.values() if word in text]
