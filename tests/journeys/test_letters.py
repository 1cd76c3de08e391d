"""First pages, letters and messages in a browser, each reader's with something that waits there;
and one thing told, answered and read. Each page by itself: test_every_page.py."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, press, shot
from tests.journeys.signing_in import signed_in
from tests.journeys.test_verbs import a_broker, look
from whatmatters.access.queries import Actor
from whatmatters.letters.models import Letter, Message
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services import MessageGiven, keep_letters, send_message
from whatmatters.people.services import ContactGiven, NewLink, choose_contacts, link_people
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.messages import MessageKind
from whatmatters.rules.people import Language, LinkKind
from whatmatters.rules.roles import Role

pytestmark = pytest.mark.browser

SEEN = [("cy", 320)]
HOME = Contact(
    Channel.POST,
    address="3 Lôn Las\nBangor\nLL57 1AA",
    language=Language.WELSH,
    large_print=True,
)


@dataclass(frozen=True, slots=True)
class Told:
    """The case, a niece who is close to Ifan, and ids of what waits."""

    shown: Shown
    niece: Actor
    readers: dict[str, Actor]


@pytest.fixture
def told(own_database: Database) -> Told:
    shown = a_case_to_look_at()
    case = shown.case
    niece = an_actor(case.system, Role.FAMILY, None, "Lowri Hughes")
    link = NewLink(shown.ifan.id, niece.user_id, LinkKind.FAMILY, STARTS, "niece")
    link_people(by=case.social_worker, at=moment(STARTS), links=[link])
    readers = {
        "family": niece,
        "social-worker": case.social_worker,
        "manager": case.manager,
        "broker": a_broker(case),
        "finance": case.finance,
        "commissioner": case.commissioner,
    }
    return Told(shown, niece, readers)


def outbox(case: Case, person_id: int) -> None:
    """Letters of the day: where she may be written to is known."""
    given = [ContactGiven(person_id, HOME)]
    choose_contacts(by=case.social_worker, at=moment(ENDS), choices=given)
    keep_letters(by=case.system, at=moment(ENDS), on=ENDS, room=Postroom())


def sends(page, address: str, words: str) -> None:
    """She writes it in the one box, and sees it with its state."""
    page.goto(address)
    page.locator("textarea").fill(words)
    press(page, "Ei anfon")
    assert page.get_by_text(words).is_visible()
    assert_accessible(page)


def pages_of(told: Told) -> dict[str, tuple[str, bool]]:
    """What her worker opens: address, and whether it is sent with nothing in it."""
    said, wrong = Message.objects.order_by("id").values_list("pk", flat=True)
    return {
        "letters": (reverse("letter_list"), False),
        "letters-none": (reverse("letter_list") + "?stand=withdrawn", False),
        "letter": (reverse("letter", args=[Letter.objects.earliest("id").pk]), False),
        "messages": (reverse("message_list"), False),
        "messages-none": (reverse("message_list") + "?stand=answered", False),
        "complaint": (reverse("complaint", args=[wrong]), False),
        "message": (reverse("message", args=[said]), True),
        "contact": (reverse("contact", args=[told.shown.ifan.id]), False),
    }


def test_every_first_page_shows_what_waits(told: Told, site: str, browser_page) -> None:
    shown, case = told.shown, told.shown.case
    outbox(case, shown.ifan.id)
    send(shown)
    for language, width in SEEN:
        for name, actor in (told.readers | {"person": shown.ifan.actor}).items():
            page = signed_in(browser_page, site, case.system, actor, ENDS, language, width)
            look(page, site + reverse("home"), f"let-first-{name}-{language}-{width}", errors=False)
        worker = case.social_worker
        page = signed_in(browser_page, site, case.system, worker, ENDS, language, width)
        for name, (address, errors) in pages_of(told).items():
            look(page, site + address, f"let-{name}-{language}-{width}", errors=errors)
    page.locator("#id_address").fill("")
    press(page, "Cadw hyn")
    assert page.title().startswith("Gwall: ")
    assert_accessible(page)
    shot(page, "let-contact-errors-cy-320")
    page.goto(site + pages_of(told)["letter"][0])
    page.emulate_media(media="print")
    assert not page.locator("main button").first.is_visible()
    assert page.get_by_text("3 Lôn Las").is_visible()
    shot(page, "let-letter-printed")


def send(shown: Shown) -> None:
    """A message, and a complaint."""
    for number, kind in enumerate((MessageKind.MESSAGE, MessageKind.COMPLAINT)):
        words = "Ni ddaeth neb ddydd Sul."
        given = MessageGiven(shown.ifan.id, kind, words, Language.WELSH, UUID(int=number + 1))
        send_message(by=shown.ifan.actor, at=moment(ENDS), message=given)


def test_what_she_tells_is_answered_where_she_told_it(told: Told, site: str, browser_page) -> None:
    shown, case, pk = told.shown, told.shown.case, told.shown.ifan.id
    ifan = signed_in(browser_page, site, case.system, shown.ifan.actor, ENDS, "cy", 320)
    ifan.goto(site)
    ifan.get_by_role("button", name="Mae angen i mi ddweud rhywbeth wrthych").click()
    sends(ifan, ifan.url, "Ni ddaeth neb ddydd Sul.")
    sends(ifan, site + reverse("complain", args=[pk]), "Does neb yn ateb y ffôn ar ôl pedwar.")
    shot(ifan, "let-complain-sent-cy-320")
    page = signed_in(browser_page, site, case.system, case.social_worker, ENDS, "cy", 320)
    page.goto(site + reverse("message", args=[Message.objects.earliest("id").pk]))
    page.get_by_label("Eich ateb").fill("Daw Bethan ddydd Sul nesaf.")
    press(page, "Anfon yr ateb")
    ifan.goto(site + reverse("tell", args=[pk]))
    assert ifan.locator("p[lang=cy]", has_text="Daw Bethan ddydd Sul nesaf.").is_visible()
    assert_accessible(ifan)
    shot(ifan, "let-tell-answered-cy-320")
