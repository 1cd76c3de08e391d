"""How a person may be written to: what is said is kept, and what contradicts itself is refused."""

import pytest
from django.test import Client

from tests.fixtures.case import STARTS, a_case, a_person, moment
from whatmatters.access.models import User
from whatmatters.access.services import mark_installation
from whatmatters.people.models import ContactChoice
from whatmatters.people.queries import contacts
from whatmatters.people.services import (
    AddressMissing,
    AddressUnsafe,
    ContactGiven,
    EmailUnreadable,
    choose_contacts,
)
from whatmatters.rules.contact import Channel, Contact, holds_avoided, is_unsafe
from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import InstallationKind

SAFE = Contact(
    Channel.POST,
    address="c/o Siân, 3 Lôn Las\nBangor",
    unsafe=("14 Stryd Fawr",),
    avoided=("Cyngor Gwynedd",),
    language=Language.WELSH,
    large_print=True,
)


def choose(case, person_id: int, contact: Contact, hour: int = 12) -> list[int]:
    given = [ContactGiven(person_id, contact)]
    return choose_contacts(by=case.social_worker, at=moment(STARTS, hour), choices=given)


def test_the_newest_choice_is_in_use_and_the_earlier_is_kept(db: None) -> None:
    case = a_case()
    mair = a_person(case)
    assert contacts(case.council_id, [mair.id]) == {}
    choose(case, mair.id, SAFE)
    choose(case, mair.id, Contact(Channel.IN_PERSON, language=Language.WELSH), 13)
    found = contacts(case.council_id, [mair.id])[mair.id]
    assert found.contact.channel == "in_person"
    assert found.by_id == case.social_worker.user_id
    assert ContactChoice.objects.count() == 2


@pytest.mark.parametrize(
    ("contact", "refusal", "field"),
    [
        (Contact(Channel.POST), AddressMissing, "address"),
        (Contact(Channel.EMAIL, address="3 Lôn Las"), AddressMissing, "email"),
        (Contact(Channel.EMAIL, email="mair at home"), EmailUnreadable, "email"),
        (
            Contact(Channel.POST, address="14, stryd FAWR", unsafe=("14 Stryd Fawr",)),
            AddressUnsafe,
            "address",
        ),
        (
            Contact(Channel.EMAIL, email="Cai@Example.org", unsafe=("cai@example.org",)),
            AddressUnsafe,
            "email",
        ),
    ],
)
def test_what_contradicts_itself_is_refused_and_leaves_no_trace(
    db: None, contact: Contact, refusal: type, field: str
) -> None:
    case = a_case()
    mair = a_person(case)
    with pytest.raises(refusal) as caught:
        choose(case, mair.id, contact)
    assert caught.value.params == {"field": field}
    assert ContactChoice.objects.count() == 0


def test_nobody_of_another_council_is_written_for(db: None) -> None:
    mair = a_person(a_case())
    with pytest.raises(Absent):
        choose(a_case("W06000001"), mair.id, SAFE)


def test_words_and_addresses_are_found_however_they_are_written() -> None:
    assert holds_avoided("From: no-reply@cyngor-gwynedd.llyw.cymru", ("Cyngor Gwynedd",))
    assert not holds_avoided("There is a plan for you to read", ("Cyngor Gwynedd", " "))
    assert is_unsafe("Mair Rees, 14 Stryd\nFawr, Bangor", ("14 stryd fawr",))
    assert not is_unsafe("3 Lôn Las", ("14 Stryd Fawr", ""))


def test_the_page_keeps_what_she_says_and_says_what_is_wrong(db: None) -> None:
    case = a_case()
    mair = a_person(case)
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    client = Client()
    client.force_login(
        User.objects.get(pk=mair.actor.user_id),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    address = f"/people/{mair.id}/contact/"
    token = "0d5c1de8-6a67-4f26-9c07-3f3b8c0a5a01"
    told = {"form_token": token, "channel": "email", "email": "", "language": "cy"}
    refused = client.post(address, told)
    assert refused.status_code == 422
    assert "Say where to, or choose another way." in refused.content.decode()
    assert client.post(address, told | {"email": "mair@example.org"}).status_code == 302
    assert contacts(case.council_id, [mair.id])[mair.id].contact.email == "mair@example.org"
    assert "mair@example.org" in client.get(address).content.decode()
