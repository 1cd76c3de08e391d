"""That a payment was made is told to who was paid, and to a person only where she asked for it."""

from tests.fixtures.case import STARTS, moment
from tests.fixtures.paid import Paid, a_paid_case
from whatmatters.letters.models import Letter
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services import keep_letters
from whatmatters.payments.models import RunRelease
from whatmatters.people.services import ContactGiven, choose_contacts
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.people import Language

MADE = {"reason": "payment_made"}


def kept(paid: Paid) -> list[tuple[str, int, str]]:
    """Who is told of a payment, and about what; a second look adds nothing."""
    case, released = paid.case, RunRelease.objects.order_by("-at")[0].at
    for _ in range(2):
        keep_letters(by=case.system, at=released, on=released.date(), room=Postroom())
    rows = Letter.objects.filter(**MADE).order_by("id")
    return list(rows.values_list("addressee", "addressee_id", "subject"))


def choose(paid: Paid, *, statements: bool) -> None:
    paper = Contact(
        Channel.POST, address="3 Lôn Las", language=Language.WELSH, statements=statements
    )
    given = [ContactGiven(paid.herself.id, paper)]
    choose_contacts(by=paid.case.social_worker, at=moment(STARTS), choices=given)


def test_who_did_not_ask_for_it_is_not_written_to(db: None) -> None:
    paid = a_paid_case()
    choose(paid, statements=False)
    assert {addressee for addressee, _, _ in kept(paid)} == {"organisation"}


def test_who_asked_for_it_is_written_to_once_for_each_run(db: None) -> None:
    paid = a_paid_case()
    choose(paid, statements=True)
    told = kept(paid)
    hers = [one for one in told if one[0] == "person"]
    assert hers
    assert set(hers) == {("person", paid.herself.id, "run")}
    about = Letter.objects.filter(addressee="person", **MADE).values_list("subject_id", flat=True)
    assert len(set(about)) == len(hers)
    assert set(Letter.objects.filter(addressee="person", **MADE).values_list("state", "why")) == {
        ("to_post", "")
    }
    provider = [one for one in told if one[0] == "organisation"]
    assert {(pk, subject) for _, pk, subject in provider} == {
        (paid.case.manager.organisation_id, "remittance")
    }
