"""Canaries over every output (S4): each page, file and print, its headers and cookies, and the log.

Planted through the services: a number like an NHS number, a hidden address, a note kept between
her and her workers. Names, words and prices are looked for by the walk of every page.
"""

import logging

import pytest

from tests.permissions.canaries import leaked, planted
from tests.permissions.expected import EXPECTED
from tests.permissions.trial_pages import urlpatterns as trials
from tests.permissions.walk import Page, hits, pages
from tests.permissions.world import Places

NOBODY: set[str] = set()
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
# Who reads what was planted in `here`; of elsewhere nobody of here reads anything.
MAY = {
    "number": NOTES,
    "address": HER_WORKER_AND_SHE,
    "kept": HER_WORKER_AND_SHE | {"team_member:assigned"},
    "postcode": NOBODY,
    "point": NOBODY,
    "ward": HER_WORKER_AND_SHE,
}


def test_no_answer_and_no_line_of_the_log_tells_a_canary(places: Places, settings, log) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    here, elsewhere = planted(places)
    may = {kind: (here.canaries[kind], readers) for kind, readers in MAY.items()}
    asked = [page for page in pages() if page.name in EXPECTED]
    assert len(asked) > 100
    assert hits(asked, here, elsewhere, may) == []
    logged = log.getvalue()
    assert leaked(logged, (here, elsewhere)) == []


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
    logging.getLogger("whatmatters.trial").error("said CanariRhyngomNi")
    assert "CanariRhyngomNi" in log.getvalue()
