"""What each row of "must not" asks: of a page, of an action, of a voice, of a rota."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import moment
from tests.fixtures.rota import plan, read, small
from tests.permissions.walk import BACKEND
from tests.permissions.world import TODAY, Place
from whatmatters.access.models import User
from whatmatters.access.queries import Actor, actor_for, sight_of
from whatmatters.outcomes.services import PlanAnswerGiven, answer_plan
from whatmatters.outcomes.services.voices import VoiceRefused
from whatmatters.people.services import HelpOffered, change_help, offer_help
from whatmatters.rules.help_offers import NotYoursToOffer
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.rota.check import judge


@dataclass(frozen=True)
class MustNot:
    """One row: `refused` is true where the actor is kept from it, `right` where the way is open."""

    actor: str
    what: str
    refused: Callable[[Place], bool]
    right: Callable[[Place], bool]


def seated(place: Place, reader: str) -> User:
    return {**place.readers, **place.elsewhere}[reader]


def actor(place: Place, reader: str) -> Actor:
    return actor_for(seated(place, reader).pk, council_id=place.case.council_id, on=TODAY)


def page(place: Place, reader: str, name: str, *arguments: str) -> tuple[int, str]:
    """Status and words of a page, as one reader gets it."""
    client = Client()
    client.force_login(seated(place, reader), backend=BACKEND)
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
    others = {*place.readers, *place.elsewhere} - close - {"nobody:none", "system:none"}
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
NURSE, GP = "nurse:health", "gp:health"
VOLUNTEERS, HOUSING = "volunteer_coordinator:volunteers", "housing_officer:housing"
HEALTH, COORDINATOR = "health_commissioner:health", "coordinator:provider"
COMMISSIONER, FINANCE = "commissioner:council", "finance_officer:council"


def insulin_from(shift: str) -> Callable[[Place], bool]:
    """Whether the rota takes a visit for insulin from a worker who knows how, and is named for it.

    Mo has learned it and is named; Lee has neither. Nobody's rota is shown that breaks such a rule.
    """
    asked = small(**{"people.1.barred": None, "workers.1.skills": ["care"]})
    told = judge(read(asked), plan(**{shift: [("bob-insulin", 480)]})).broken
    return lambda _place: not told


def no_insulin_from(shift: str) -> Callable[[Place], bool]:
    return lambda place: not insulin_from(shift)(place)
