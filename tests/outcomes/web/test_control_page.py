"""The page on which she says how far she feels in control, and who reads it."""

from datetime import date, timedelta
from uuid import uuid4

from django.urls import reverse

from tests.fixtures.browser import Reader
from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.reviewed import Agreed, an_agreed
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.outcomes.models import ControlAnswer
from whatmatters.people.services import NewLink, link_people
from whatmatters.rules.people import LinkKind
from whatmatters.rules.roles import InstallationKind, Role
from whatmatters.rules.sharing import ConsentHow, Topic
from whatmatters.trust.services import Sharing, share

ON = STARTS + timedelta(days=28)
HINT = "How far do you feel in control?"


def an_agreed_now(on: date = ON) -> Agreed:
    found = an_agreed()
    mark_installation(kind=InstallationKind.DEMO, at=moment(on), as_of=on)
    return found


def let_in(found: Agreed, *topics: Topic) -> Actor:
    case, by = found.case, found.person.actor
    niece = an_actor(case.system, Role.FAMILY, None, "Lowri Hughes")
    link = NewLink(found.person.id, niece.user_id, LinkKind.FAMILY, STARTS, "niece")
    link_people(by=case.social_worker, at=moment(STARTS), links=[link])
    if topics:
        told = Sharing(
            found.person.id, frozenset(topics), how=ConsentHow.OWN_WORDS, user_id=niece.user_id
        )
        share(by=by, at=moment(ON), on=ON, sharing=told)
    return niece


def test_her_first_page_asks_once_and_her_answer_stands_under_its_period(db: None) -> None:
    found = an_agreed_now()
    herself, address = Reader(found.person.actor), reverse("control", args=[found.person.id])
    home = herself.text(reverse("home"))
    assert home.count(f'href="{address}"') == 1
    assert "In your own time, until 5 July 2026. You may leave it." in home
    page = herself.text(address)
    assert faults(page) == []
    assert "This one is 6 April to 5 July 2026" in page
    assert "Nothing has been said yet." in page
    assert "We have not yet checked them against its text" in page
    assert herself.send(address, words="Rhy gynnar").status_code == 422
    data = {"form_token": str(uuid4()), "answer": "not_enough", "words": "<b>Rhy</b> gynnar"}
    for _ in range(2):  # A double click.
        assert herself.client.post(address, data).status_code == 302
    assert ControlAnswer.objects.count() == 1
    assert HINT not in herself.text(reverse("home"))
    page = herself.sent(address, answer="enough", supported="on")
    assert faults(page) == []
    there = page[page.index("What was said, period by period") :]
    now = there.index("My own answer, with support to decide, 4 May 2026.")
    before = there.index("“&lt;b&gt;Rhy&lt;/b&gt; gynnar”")
    assert there.index("I have enough control") < now < before
    assert there.index("I have some control, but not enough") < before
    welsh = Reader(found.person.actor, "cy").text(address)
    assert "Mae gen i ddigon o reolaeth" in welsh


def test_who_reads_how_it_goes_reads_it_and_who_may_write_it_down_is_asked_to_have_her_there(
    db: None,
) -> None:
    found = an_agreed_now()
    case, name = found.case, found.person.actor.name
    address = reverse("control", args=[found.person.id])
    nia, beth = Reader(case.social_worker), Reader(case.manager)
    for reader in (nia, beth):
        assert f'href="{address}"' in reader.text(reverse("record", args=[found.person.id]))
        refused = reader.send(address, answer="none")
        assert refused.status_code == 422
        assert f"Write it down only with {name} there, and say so" in refused.content.decode()
    told = f"{name}’s answer, written down by Nia Parry with {name} there, 4 May 2026."
    assert told in nia.sent(address, answer="none", heard="on")
    shared, closed = let_in(found, Topic.JUDGEMENTS), let_in(found)
    for reader in (Reader(found.person.actor), beth, Reader(case.commissioner), Reader(shared)):
        page = reader.text(address)
        assert told in page
        assert faults(page) == []
    for actor in (case.commissioner, shared):
        assert 'name="answer"' not in Reader(actor).text(address)
        assert Reader(actor).send(address, answer="none").status_code == 403
    assert Reader(closed).client.get(address).status_code == 403
    assert Reader(case.team_member).client.get(address).status_code in (403, 404)
    Reader(found.person.actor).send(address, answer="enough")
    assert f"{name} has answered in this period." in nia.text(address)
    assert ControlAnswer.objects.count() == 2
