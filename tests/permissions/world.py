"""Two councils that mirror each other, with somebody in every role and every relationship.

Everything private carries a canary: a word found nowhere else, looked for in every answer.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from tests.fixtures.case import STARTS, Case, a_case, a_person, an_actor, moment
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.access.services import OrganisationGiven, add_organisations, mark_installation
from whatmatters.commissioning.models import Contract
from whatmatters.outcomes.models import (
    Conversation,
    Outcome,
    Plan,
    PlanLine,
    PlanVersion,
    Statement,
)
from whatmatters.people.models import Assignment, Decider, PersonLink, Profile
from whatmatters.rules.roles import InstallationKind, OrganisationKind, Role

TODAY = STARTS + timedelta(days=14)

# Whose user is made, by which role and how they stand to the person that pages are about.
READERS = (
    "nobody:none",
    "system:none",
    "person:self",
    "person:none",
    "family:family",
    "family:decider",
    "family:none",
    "care_worker:assigned",
    "care_worker:provider",
    "team_member:assigned",
    "team_member:provider",
    "provider_manager:provider",
    "provider_manager:rival",
    "social_worker:assigned",
    "social_worker:none",
    "broker:council",
    "commissioner:council",
    "finance_officer:council",
    "scrutiny:council",
    "administrator:council",
)


@dataclass
class Place:
    """One council: the person that pages are about, ids for addresses, readers, canaries."""

    code: str
    case: Case
    ids: dict[str, object] = field(default_factory=dict)
    readers: dict[str, User] = field(default_factory=dict)
    canaries: dict[str, str] = field(default_factory=dict)


def two_places() -> tuple[Place, Place]:
    """Here and elsewhere, in a database marked demo that stands on `TODAY`."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_place("W06000002"), a_place("W06000001")


def a_place(code: str) -> Place:
    """A council with its person, her case and all readers."""
    place = Place(code, a_case(code))
    words = ("name", "profile", "words", "outcome", "line")
    place.canaries = {word: f"Canari{word.title()}{code}" for word in words}
    place.canaries["price"] = "£7,771.31" if code == "W06000002" else "£8,883.37"
    _person(place)
    _readers(place)
    return place


def _person(place: Place) -> None:
    case, canary = place.case, place.canaries
    somebody = a_person(case, canary["name"])
    place.readers["person:self"] = User.objects.get(pk=somebody.actor.user_id)
    person_id = somebody.id
    row = partial(_row, place)
    row(Profile, person_id=person_id, important=canary["profile"], speaker="own_words")
    talk = row(
        Conversation, person_id=person_id, on=STARTS, language="cy", strengths=canary["words"]
    )
    row(Statement, conversation=talk, words=canary["words"], language="cy", speaker="own_words")
    outcome = row(
        Outcome,
        person_id=person_id,
        statement=canary["outcome"],
        language="cy",
        category="food",
        kind="improvement",
        test="Cooks a meal for two.",
        target_weeks=12,
        set_by="own_words",
        set_on=STARTS,
    )
    contract = row(
        Contract, provider_id=case.provider_id, model="outcome_payments", reference="A/1",
        starts=STARTS,
    )  # fmt: skip
    plan = row(Plan, person_id=person_id, contract=contract, provider_id=case.provider_id)
    version = row(
        PlanVersion,
        plan=plan,
        number=1,
        starts=STARTS,
        ends=STARTS + timedelta(days=83),
        review_on=STARTS + timedelta(days=70),
        price=777131 if place.code == "W06000002" else 888337,
        state="proposed",
    )
    PlanLine.objects.create(
        council_id=case.council_id,
        version=version,
        position=1,
        what=canary["line"],
        deliverer="provider",
        cost=version.price,
    )
    place.ids |= {
        "pk": 0,  # a passkey that nobody has
        "person_id": person_id,
        "plan_id": plan.pk,
        "version_id": version.pk,
        "outcome_id": outcome.pk,
    }


def _readers(place: Place) -> None:
    case, person_id = place.case, place.ids["person_id"]
    rival = _rival(case)
    organisation = {
        "provider": case.provider_id,
        "rival": rival,
        "assigned": case.provider_id,
        "council": case.council_organisation_id,
    }
    for reader in READERS:
        role, relationship = reader.split(":")
        if reader == "person:self":
            continue
        if role == "nobody":
            place.readers[reader] = User.objects.create(username=f"nobody-{place.code}")
            continue
        actor = an_actor(case.system, Role(role), organisation.get(relationship), reader)
        place.readers[reader] = User.objects.get(pk=actor.user_id)
        _relate(place, relationship, actor, person_id)


def _relate(place: Place, relationship: str, actor: Actor, person_id: object) -> None:
    since: dict[str, date] = {"starts": STARTS}
    columns = {"person_id": person_id, "user_id": actor.user_id, **since}
    if relationship == "family":
        _row(place, PersonLink, kind="family", **columns)
    if relationship == "decider":
        _row(place, Decider, authority="attorney", **columns)
    if relationship == "assigned":
        _row(place, Assignment, **columns)


def _rival(case: Case) -> int:
    given = OrganisationGiven(OrganisationKind.PROVIDER, "Gofal Arall", "Gofal Arall")
    return add_organisations(by=case.system, at=moment(STARTS), organisations=[given])[0]


def _row(place: Place, table: type, /, **columns: object):
    written = {"council_id": place.case.council_id, "by_id": place.case.system.user_id}
    return table.objects.create(**written, at=moment(STARTS), **columns)
