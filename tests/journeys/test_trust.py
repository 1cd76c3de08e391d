"""Pages about who sees a record: accessible filled, empty and with errors, in both languages."""

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, a_person, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, shot
from tests.journeys.test_case import look, signed_in
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


def test_pages_of_sharing_are_accessible(
    shown: Shown, niece: Actor, site: str, browser_page
) -> None:
    her, empty = shown.ifan.id, a_person(shown.case, "Nest Wyn")
    own = {
        "sharing": reverse("sharing", args=[her]),
        "sharing-with": reverse("sharing_with", args=[her, niece.user_id]),
        "sharing-organisation": reverse("sharing_organisation", args=[her]),
        "between-us": reverse("between_us", args=[her]),
        "record-own": reverse("record", args=[her]),
        "looks": reverse("looks", args=[her]),
        "changes": reverse("changes", args=[her]),
        "deciders": reverse("deciders", args=[her]),
        "address": reverse("address", args=[her]),
    }
    for language, width in SEEN:
        page = signed_in(browser_page, site, shown, shown.ifan.actor, language, width)
        for name, address in own.items():
            look(page, site + address, f"trust-{name}-{language}-{width}")
        for name in ("sharing-with", "between-us", "address"):
            page.goto(site + own[name])
            page.locator("main form button.wm-button--main").click()
            assert_accessible(page)
            shot(page, f"trust-{name}-errors-{language}-{width}")
        page = signed_in(browser_page, site, shown, empty.actor, language, width)
        for name in ("sharing", "between_us", "looks"):
            look(
                page,
                site + reverse(name, args=[empty.id]),
                f"trust-{name}-empty-{language}-{width}",
            )
        page = signed_in(browser_page, site, shown, niece, language, width)
        look(page, site + own["record-own"], f"trust-record-family-{language}-{width}")


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


def test_pages_of_authority_and_of_emergencies_are_accessible(
    shown: Shown, niece: Actor, site: str, browser_page
) -> None:
    her, body = shown.ifan.id, shown.case.council_organisation_id
    watcher = an_actor(shown.case.system, Role.ADMINISTRATOR, body, "Gwyn Watcher")
    worker = an_actor(shown.case.system, Role.SOCIAL_WORKER, body, "Elin Mai")
    for language, width in SEEN:
        page = signed_in(browser_page, site, shown, watcher, language, width)
        look(page, site + reverse("opening_list"), f"trust-openings-none-{language}-{width}")
        page = signed_in(browser_page, site, shown, shown.case.social_worker, language, width)
        for name in ("deciders", "decider_new"):
            address = site + reverse(name, args=[her])
            look(page, address, f"trust-{name}-{language}-{width}")
        page.locator("main form button.wm-button--main").click()
        assert_accessible(page)
        shot(page, f"trust-decider_new-errors-{language}-{width}")
        page = signed_in(browser_page, site, shown, worker, language, width)
        look(page, site + reverse("emergency_open"), f"trust-emergency-{language}-{width}")
        page.locator("main form button.wm-button--main").click()
        assert_accessible(page)
        shot(page, f"trust-emergency-errors-{language}-{width}")
        for box, words in (("full_name", "Ifan Hughes"), ("reason", "Mae wedi cwympo")):
            page.locator(f"#id_{box}").fill(words)
        for part, number in (("day", "29"), ("month", "2"), ("year", "1944")):
            page.locator(f"#id_born-{part}").fill(number)
        page.locator("main form button.wm-button--main").click()
        assert page.url.endswith(reverse("record", args=[her]))
        assert_accessible(page)
        shot(page, f"trust-record-opened-{language}-{width}")
        page = signed_in(browser_page, site, shown, watcher, language, width)
        look(page, site + reverse("opening_list"), f"trust-openings-{language}-{width}")
        page.locator("main section a.govuk-link").first.click()
        page.locator("main form button.wm-button--main").click()
        assert_accessible(page)
        shot(page, f"trust-review-errors-{language}-{width}")
    page = signed_in(browser_page, site, shown, shown.ifan.actor, "cy", 320)
    look(page, site + reverse("looks", args=[her]), "trust-looks-emergency-cy-320")
