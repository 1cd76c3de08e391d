"""Post for the walk: a letter to her and one to the provider, her message and her complaint."""

from datetime import timedelta
from uuid import uuid4

from tests.fixtures.case import STARTS, Case, Somebody, moment
from whatmatters.letters.queries.letters import letters_in
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services import MessageGiven, keep_letters, send_message
from whatmatters.people.services import ContactGiven, choose_contacts
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.letters import Addressee, LetterState
from whatmatters.rules.messages import MessageKind
from whatmatters.rules.people import Language

PAID = STARTS + timedelta(days=57)
ENDS = STARTS + timedelta(days=83)


def write_letters(case: Case, herself: Somebody, ids: dict[str, object]) -> None:
    """Adds letter_id (to her, on paper), to_organisation_id, message_id and complaint_id."""
    contact = Contact(Channel.POST, address="3 Lôn Las", language=Language.WELSH)
    given = [ContactGiven(herself.id, contact)]
    choose_contacts(by=case.social_worker, at=moment(ENDS), choices=given)
    for kind, name in (
        (MessageKind.MESSAGE, "message_id"),
        (MessageKind.COMPLAINT, "complaint_id"),
    ):
        told = MessageGiven(herself.id, kind, "Mi arhosais.", Language.WELSH, uuid4())
        ids[name] = send_message(by=herself.actor, at=moment(ENDS), message=told)
    for on in (PAID, ENDS):
        keep_letters(by=case.system, at=moment(on), on=on, room=Postroom())
    letters = letters_in(case.council_id, [LetterState.TO_POST])
    ids["letter_id"] = next(one.id for one in letters if one.addressee is Addressee.PERSON)
    ids["to_organisation_id"] = next(one.id for one in letters if one.person_id is None)
