"""Letters for the walk: one to the person, about the plan that waits for her, to be posted."""

from datetime import timedelta

from tests.fixtures.case import STARTS, Case, Somebody, moment
from whatmatters.letters.queries.letters import letters_in
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services import keep_letters
from whatmatters.people.services import ContactGiven, choose_contacts
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.letters import Addressee, LetterState
from whatmatters.rules.people import Language

PAID = STARTS + timedelta(days=57)
ENDS = STARTS + timedelta(days=83)


def write_letters(case: Case, herself: Somebody, ids: dict[str, object]) -> None:
    """Adds letter_id (to her, on paper) and to_organisation_id (to the provider) to `ids`."""
    contact = Contact(Channel.POST, address="3 Lôn Las", language=Language.WELSH)
    given = [ContactGiven(herself.id, contact)]
    choose_contacts(by=case.social_worker, at=moment(ENDS), choices=given)
    for on in (PAID, ENDS):
        keep_letters(by=case.system, at=moment(on), on=on, room=Postroom())
    letters = letters_in(case.council_id, [LetterState.TO_POST])
    ids["letter_id"] = next(one.id for one in letters if one.addressee is Addressee.PERSON)
    ids["to_organisation_id"] = next(one.id for one in letters if one.person_id is None)
