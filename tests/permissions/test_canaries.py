"""Canaries over every output (S4): each page, file and print, its headers and cookies, and the log.

Planted through the services: a number like an NHS number, a hidden address, a note kept between
her and her workers. Names, words and prices are looked for by the walk of every page.
"""

import logging

import pytest

from tests.fixtures.case import moment
from tests.permissions.expected import EXPECTED
from tests.permissions.trial_pages import urlpatterns as trials
from tests.permissions.walk import Page, hits, pages
from tests.permissions.world import TODAY, Places
from whatmatters.access.queries import actor_for
from whatmatters.outcomes.services.events import write_note
from whatmatters.rules.people import Language
from whatmatters.rules.sharing import KeptSubject
from whatmatters.trust.services import guard_address, keep_between_us

HER_WORKER_AND_SHE = {"person:self", "social_worker:assigned"}
# Who reads what happened, as the table of requirements, section 2, says; notes are not shared
# with a decider's or a provider's reader less than a timeline is.
NOTES = HER_WORKER_AND_SHE | {
    "family:shared",
    "family:decider",
    "provider_manager:provider",
    "care_worker:assigned",
    "team_member:assigned",
}
MAY = {
    "number": ("943 476 5919", NOTES),
    "address": ("14 Rhes Ganari", HER_WORKER_AND_SHE),
    "kept": ("CanariRhyngomNi", HER_WORKER_AND_SHE | {"team_member:assigned"}),
}


def planted(places: Places) -> Places:
    here, elsewhere = places
    by = actor_for(
        here.readers["social_worker:assigned"].pk, council_id=here.case.council_id, on=TODAY
    )
    about = {"by": by, "at": moment(TODAY), "on": TODAY, "person_id": here.ids["person_id"]}
    write_note(words=f"Her number is {MAY['number'][0]}", language=Language.ENGLISH, **about)
    kept = write_note(words=MAY["kept"][0], language=Language.WELSH, **about)
    keep_between_us(words=[(KeptSubject.NOTE, kept)], **about)
    guard_address(hidden=True, address=MAY["address"][0], reason="Her safety", **about)
    return here, elsewhere


def test_no_answer_and_no_line_of_the_log_tells_a_canary(places: Places, settings, log) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    here, elsewhere = planted(places)
    asked = [page for page in pages() if page.name in EXPECTED]
    assert len(asked) > 100
    assert hits(asked, here, elsewhere, MAY) == []
    logged = log.getvalue()
    secrets = [canary for canary, _ in MAY.values()]
    secrets += [canary for place in (here, elsewhere) for canary in place.canaries.values()]
    assert [canary for canary in secrets if canary in logged] == []


@pytest.mark.urls("tests.permissions.trial_pages")
def test_a_page_that_leaks_is_found(places: Places) -> None:
    """Control arm: the leaky trial page shows her words to everybody related."""
    assert trials
    here, elsewhere = places
    may = {"words": (here.canaries["words"], HER_WORKER_AND_SHE)}
    found = hits([Page("trial_leaky", ("person_id",))], here, elsewhere, may)
    assert "trial_leaky: words told to finance_officer:council of W06000002" in found
    assert not any("social_worker:assigned of W06000002" in one for one in found)


def test_a_line_of_the_log_that_leaks_is_found(log) -> None:
    """Control arm: words that somebody puts into the message itself do stand in the log."""
    logging.getLogger("whatmatters.trial").error("said " + MAY["kept"][0])
    assert MAY["kept"][0] in log.getvalue()
