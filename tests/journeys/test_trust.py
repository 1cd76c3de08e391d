"""She stops sharing, and the page that somebody has open is gone."""

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.fixtures.databases import Database
from tests.journeys.test_case import signed_in
from whatmatters.access.queries import Actor
from whatmatters.people.services import NewLink, link_people
from whatmatters.rules.people import LinkKind
from whatmatters.rules.roles import Role
from whatmatters.rules.sharing import ConsentHow, Topic
from whatmatters.trust.services import Sharing, share

pytestmark = pytest.mark.browser

SEEN = (("en-gb", 1280), ("cy", 320))


@pytest.fixture
def shown(own_database: Database) -> Shown:
    """The case, in a database that the site serves."""
    return a_case_to_look_at()


@pytest.fixture
def niece(shown: Shown) -> Actor:
    """Ifan's niece, with whom he shares three topics."""
    niece = an_actor(shown.case.system, Role.FAMILY, None, "Lowri Hughes")
    link = NewLink(shown.ifan.id, niece.user_id, LinkKind.FAMILY, STARTS, "niece")
    link_people(by=shown.case.social_worker, at=moment(STARTS), links=[link])
    topics = frozenset({Topic.PROFILE, Topic.OUTCOMES, Topic.TIMELINE})
    how, helper = ConsentHow.SUPPORTED, "Nia Parry"
    said = Sharing(shown.ifan.id, topics, how, niece.user_id, helped_by=helper)
    share(by=shown.ifan.actor, at=moment(ENDS), on=ENDS, sharing=said)
    return niece


def test_she_stops_sharing_and_the_open_page_is_gone(
    shown: Shown, niece: Actor, site: str, browser_page
) -> None:
    address = site + reverse("record", args=[shown.ifan.id])
    theirs = signed_in(browser_page, site, shown, niece)
    theirs.goto(address)
    assert theirs.get_by_role("heading", name="Outcomes").is_visible()
    hers = signed_in(browser_page, site, shown, shown.ifan.actor)
    hers.goto(site + reverse("sharing", args=[shown.ifan.id]))
    hers.get_by_role("button", name="Stop sharing with Lowri Hughes now").click()
    hers.get_by_text("From now on they see nothing").wait_for()
    answer = theirs.reload()
    assert answer is not None
    assert answer.status == 404
