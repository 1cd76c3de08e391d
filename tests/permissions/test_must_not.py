"""R-AC-01: each "must not" of the table of actors, by name: refused to its actor; the way that is
right is open. Rows whose pages are not here yet stand below, with the reason.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import moment
from tests.permissions.waiting import WAITS
from tests.permissions.walk import BACKEND
from tests.permissions.world import TODAY, Place, Places
from whatmatters.access.queries import Actor, actor_for, sight_of
from whatmatters.outcomes.services import PlanAnswerGiven, answer_plan
from whatmatters.outcomes.services.voices import VoiceRefused
from whatmatters.people.services import HelpOffered, change_help, offer_help
from whatmatters.rules.help_offers import NotYoursToOffer
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role


@dataclass(frozen=True)
class MustNot:
    """One row: `refused` is true where the actor is kept from it, `right` where the way is open."""

    actor: str
    what: str
    refused: Callable[[Place], bool]
    right: Callable[[Place], bool]


def actor(place: Place, reader: str) -> Actor:
    return actor_for(place.readers[reader].pk, council_id=place.case.council_id, on=TODAY)


def page(place: Place, reader: str, name: str, *arguments: str) -> tuple[int, str]:
    """Status and words of a page, as one reader gets it."""
    client = Client()
    client.force_login(place.readers[reader], backend=BACKEND)
    answer = client.get(reverse(name, args=[place.ids[one] for one in arguments]))
    return answer.status_code, answer.content.decode()


def opens(reader: str, name: str, *arguments: str) -> Callable[[Place], bool]:
    return lambda place: page(place, reader, name, *arguments)[0] == 200


def closed(reader: str, name: str, *arguments: str) -> Callable[[Place], bool]:
    return lambda place: page(place, reader, name, *arguments)[0] in (403, 404)


def shows(kind: str, reader: str, name: str, *arguments: str) -> Callable[[Place], bool]:
    def seen(place: Place) -> bool:
        status, words = page(place, reader, name, *arguments)
        return status == 200 and place.canaries[kind] in words

    return seen


def hides(kind: str, reader: str, name: str, *arguments: str) -> Callable[[Place], bool]:
    def unseen(place: Place) -> bool:
        status, words = page(place, reader, name, *arguments)
        return status == 200 and place.canaries[kind] not in words

    return unseen


def never_says(word: str, reader: str, name: str, *arguments: str) -> Callable[[Place], bool]:
    """Whether a page that opens for somebody does so without a word that must not count there."""

    def silent(place: Place) -> bool:
        status, words = page(place, reader, name, *arguments)
        return status == 200 and word not in words.partition("<main")[2].lower()

    return silent


def shows_words(said: str, reader: str, name: str) -> Callable[[Place], bool]:
    return lambda place: said in page(place, reader, name)[1]


def has(reader: str, action: Action) -> Callable[[Place], bool]:
    return lambda place: action in sight_of(actor(place, reader), _person(place), TODAY).actions


def lacks(reader: str, *actions: Action) -> Callable[[Place], bool]:
    def without(place: Place) -> bool:
        seen = sight_of(actor(place, reader), _person(place), TODAY)
        return not set(actions) & set(seen.actions)

    return without


def answers_as_her(reader: str) -> Callable[[Place], bool]:
    """Whether somebody's own answer to her plan is taken in her voice."""

    def given(place: Place) -> bool:
        mine = PlanAnswerGiven(place.ids["version_id"], Party.PERSON, Answer.AGREED)
        by = actor(place, reader)
        try:
            answer_plan(by=by, at=moment(TODAY), on=TODAY, answer=mine)
        except VoiceRefused:
            return False
        return True

    return given


def refused_as_her(reader: str) -> Callable[[Place], bool]:
    return lambda place: not answers_as_her(reader)(place)


OFFERED = HelpOffered("I cook on Sundays", "On Sundays", "", Language.ENGLISH)


def offered_by(place: Place, reader: str) -> bool:
    """Whether an offer of help is taken from somebody; it is theirs, whoever sends it."""
    by, about = actor(place, reader), {"person_id": _person(place), "offered": OFFERED}
    try:
        offer_help(by=by, at=moment(TODAY), on=TODAY, **about)
    except NotYoursToOffer:
        return False
    return True


def nobody_offers_for_them(place: Place) -> bool:
    """Of all who can sign in, only those whom she lets in; none of them changes another's."""
    close = {reader for reader in place.readers if reader in (FAMILY, SHARED)}
    others = set(place.readers) - close - {"nobody:none", "system:none"}
    changed = {"number": 1, "offered": OFFERED, "offer_id": int(str(place.ids["offer_id"]))}
    for reader in (SHARED, SELF, WORKER, MANAGER):
        with pytest.raises(Absent):
            change_help(by=actor(place, reader), at=moment(TODAY), on=TODAY, **changed)
    return not any(offered_by(place, reader) for reader in others)


def they_offer(place: Place) -> bool:
    return offered_by(place, FAMILY)


def _person(place: Place) -> int:
    return int(str(place.ids["person_id"]))


HER = ("record", "person_id")
FAMILY, SHARED = "family:family", "family:shared"
SELF, WORKER = "person:self", "social_worker:assigned"
MANAGER, RIVAL = "provider_manager:provider", "provider_manager:rival"
COMMISSIONER, FINANCE = "commissioner:council", "finance_officer:council"

ROWS = [
    MustNot("person", "overwritten by family", refused_as_her(FAMILY), answers_as_her(SELF)),
    MustNot("person", "overwritten by a worker", refused_as_her(WORKER), answers_as_her(SELF)),
    MustNot("person", "overwritten by a provider", refused_as_her(MANAGER), answers_as_her(SELF)),
    MustNot(
        "person",
        "shown as a cost",
        hides("price", "broker:council", "person_list"),
        shows("name", "broker:council", "person_list"),
    ),
    MustNot(
        "family",
        "answer as the person",
        refused_as_her(SHARED),
        has(FAMILY, Action.GIVE_FAMILY_VIEW),
    ),
    MustNot(
        "family",
        "read what is not shared",
        hides("words", FAMILY, *HER),
        shows("words", SHARED, *HER),
    ),
    MustNot("family", "be assigned care without consent", nobody_offers_for_them, they_offer),
    MustNot(
        "care worker",
        "see prices",
        lacks("care_worker:assigned", Action.SEE_PRICES),
        has("care_worker:assigned", Action.SEE_PLAN),
    ),
    MustNot(
        "care worker",
        "read who is not theirs",
        closed("care_worker:provider", *HER),
        opens("care_worker:assigned", *HER),
    ),
    MustNot(
        "care worker",
        "be paid or ranked by minutes",
        never_says("minute", "care_worker:assigned", "dashboard_mine"),
        opens("care_worker:assigned", "wage_check"),
    ),
    MustNot(
        "team",
        "need a manager for small changes",
        lacks("finance_officer:council", Action.RECORD_SMALL_CHANGE),
        has("team_member:assigned", Action.RECORD_SMALL_CHANGE),
    ),
    MustNot(
        "provider",
        "see another provider's staff",
        closed(RIVAL, "dashboard_team", "team_id"),
        opens(MANAGER, "dashboard_team", "team_id"),
    ),
    MustNot(
        "provider",
        "see another provider's people",
        closed(RIVAL, *HER),
        shows("name", MANAGER, *HER),
    ),
    MustNot(
        "social worker",
        "write times and tasks into a plan",
        lacks(WORKER, Action.WRITE_PLAN),
        has(MANAGER, Action.WRITE_PLAN),
    ),
    MustNot(
        "commissioner",
        "read private feeds",
        lacks(COMMISSIONER, Action.SEE_CONVERSATIONS, Action.SEE_TIMELINE),
        has(COMMISSIONER, Action.SEE_OUTCOMES),
    ),
    MustNot(
        "commissioner",
        "read her words",
        hides("words", COMMISSIONER, *HER),
        shows("outcome", COMMISSIONER, *HER),
    ),
    MustNot(
        "commissioner", "pay", closed(COMMISSIONER, "run_propose"), opens(FINANCE, "run_propose")
    ),
    MustNot(
        "commissioner",
        "count minutes of a block",
        lacks(COMMISSIONER, Action.RECORD_DAYS, Action.MOVE_BANK, Action.SEE_TIMELINE),
        opens(COMMISSIONER, "block", "block_id"),
    ),
    MustNot(
        "finance officer",
        "need invoices",
        never_says('type="file"', FINANCE, "run_propose"),
        shows_words("No invoice is needed", FINANCE, "run_propose"),
    ),
    MustNot(
        "finance officer",
        "read her life",
        hides("words", FINANCE, *HER),
        opens(FINANCE, "run", "run_id"),
    ),
    MustNot(
        "scrutiny",
        "see identifiable cases",
        closed("scrutiny:council", *HER),
        opens("scrutiny:council", "dashboard_method"),
    ),
    MustNot(
        "scrutiny",
        "list people",
        closed("scrutiny:council", "person_list"),
        opens("social_worker:assigned", "person_list"),
    ),
    MustNot(
        "administrator",
        "read a record",
        closed("administrator:council", *HER),
        opens("administrator:council", "home"),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.actor} must not {row.what}")
def test_the_actor_is_kept_from_it_and_the_right_way_is_open(places: Places, row: MustNot) -> None:
    here, _ = places
    assert row.refused(here), "this actor can do what it must not"
    assert row.right(here), "the way that is right is closed"


def test_a_row_that_is_not_kept_is_found(places: Places) -> None:
    """Control arm: asked of somebody who may, "refused" is false."""
    here, _ = places
    assert not hides("words", SHARED, *HER)(here)
    assert not closed(MANAGER, *HER)(here)
    assert not refused_as_her(SELF)(here)


def test_what_waits_says_why() -> None:
    """And says it no longer once its role is there."""
    absent = {row for row, reason in WAITS.items() if reason.startswith("the role is not")}
    actors = {row.partition(": ")[0].lower().replace(" ", "_") for row in absent}
    assert len(actors) == 9
    assert not actors & set(Role)
    assert len(WAITS) == 11
