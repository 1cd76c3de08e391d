"""Two councils that mirror each other, with somebody in every role and every relationship.

Everything private carries a canary: a word found nowhere else, looked for in every answer.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.test import Client

from tests.fixtures.case import (
    STARTS,
    Case,
    Somebody,
    a_case,
    a_content,
    a_contract,
    a_draft,
    a_new_outcome,
    a_person,
    an_actor,
    an_agreed_plan,
    answer,
    moment,
    propose,
)
from tests.permissions import accounts, blocks, funds, helping, results, shifts, switching, visits
from tests.permissions.elsewhere import SEATED, TOPICS, bodies_elsewhere
from tests.permissions.lives import LIVES
from whatmatters.access.models import User
from whatmatters.access.queries import Actor, actor_for
from whatmatters.access.services import OrganisationGiven, add_organisations, mark_installation
from whatmatters.exchange.services.party_export import ask_to_take_out
from whatmatters.outcomes.models import Statement
from whatmatters.outcomes.services import (
    AskedFor,
    Drafted,
    NewConversation,
    Said,
    ask_for_support,
    hold_conversations,
    open_judgement,
    raise_exception,
    redraft,
    route_referrals,
    set_outcomes,
)
from whatmatters.people.models import Assignment, Decider, PersonLink
from whatmatters.people.services import NewProfile, write_profiles
from whatmatters.rules.outcomes import Answer, Deliverer, ExceptionReason, Party
from whatmatters.rules.people import Language, Speaker
from whatmatters.rules.plans import PlanContent, PlannedLine
from whatmatters.rules.roles import InstallationKind, OrganisationKind, Role
from whatmatters.rules.teams import TeamKind
from whatmatters.teams.services import (
    NewMember,
    NewTeam,
    NewWorker,
    join_teams,
    register_teams,
    register_workers,
)
from whatmatters.trust.models import Consent, Opening, OpeningReason

ENDS = STARTS + timedelta(days=83)
TODAY = ENDS + timedelta(days=2)

# Whose user is made, by which role and how they stand to the person that pages are about.
READERS = (
    "nobody:none",
    "system:none",
    "person:self",
    "person:none",
    "family:family",
    "family:shared",
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
    # Who work elsewhere: asked about what they must not, and not walked through every page.
    elsewhere: dict[str, User] = field(default_factory=dict)
    canaries: dict[str, str] = field(default_factory=dict)
    browsers: dict[str, tuple[Client, str]] = field(default_factory=dict)


Places = tuple[Place, Place]


def two_places() -> Places:
    """Here and elsewhere, in a database marked demo that stands on `TODAY`."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_place("W06000002"), a_place("W06000001")


def a_place(code: str) -> Place:
    """A council with its person, her case and all readers."""
    place = Place(code, a_case(code))
    words = ("name", "profile", "words", "outcome", "line", "help", "carer")
    place.canaries = {word: f"Canari{word.title()}{code}" for word in words}
    place.canaries["price"] = "£7,771.31" if code == "W06000002" else "£8,883.37"
    _person(place)
    blocks.blocked(place.case, place.ids)
    shifts.worked(place.case, place.ids)
    results.counted(place.case, place.ids)
    switching.switched(place, TODAY)
    funds.funded(place.case, place.ids)
    seat_readers(place)
    helping.offer(place, TODAY)
    make_team(place)
    visits.agree(place.case, place.ids, TODAY)
    _opened(place)
    accounts.ask_for_one(place, TODAY)
    _file_asked_for(place)
    return place


def _person(place: Place) -> None:
    """Her profile, conversation and outcomes, and two plans: one judged now, one put to three."""
    case, canary = place.case, place.canaries
    herself = a_person(case, canary["name"])
    place.readers["person:self"] = User.objects.get(pk=herself.actor.user_id)
    by, at = case.social_worker, moment(STARTS)
    mine = NewProfile(herself.id, important=canary["profile"])
    write_profiles(by=by, at=at, profiles=[mine])
    said = Said(canary["words"], Language.WELSH, Speaker.OWN_WORDS)
    talk = NewConversation(herself.id, STARTS, Language.WELSH, canary["words"], (said,))
    (talk_id,) = hold_conversations(by=by, at=at, conversations=[talk])
    outcomes = _outcomes(place, herself)
    place.ids["contract_id"] = contract_id = a_contract(case)
    judged = an_agreed_plan(case, herself, contract_id, _content(place, outcomes, STARTS))
    exception_id = raise_exception(
        by=case.manager,
        at=moment(ENDS),
        version_id=judged.version_id,
        reason=ExceptionReason.OTHER,
        words="The bus was taken away.",
    )
    judgement_id = open_judgement(by=by, at=moment(ENDS), version_id=judged.version_id, on=ENDS)
    next_plan = _content(place, outcomes, ENDS + timedelta(days=1))
    first, second = _put_to_three(place, herself, contract_id, judged, next_plan)
    place.ids |= {
        "pk": 0,  # a passkey that nobody has
        "person_id": herself.id,
        "plan_id": judged.plan_id,
        "part": "line-1",
        "exception_id": exception_id,
        "conversation_id": talk_id,
        "statement_id": Statement.objects.get(conversation_id=talk_id).pk,
        "referral_id": _a_request(case, herself),
        "version_id": second,
        "other_id": first,
        "outcome_id": outcomes[0],
        "judgement_id": judgement_id,
    }
    for live in LIVES:
        live(place.case, herself, place.ids)


def _outcomes(place: Place, herself: Somebody) -> list[int]:
    by, new = place.case.social_worker, [place.canaries["outcome"], "I walk to chapel again"]
    outcomes = [a_new_outcome(herself.id, statement) for statement in new]
    return set_outcomes(by=by, at=moment(STARTS), outcomes=outcomes)


def _a_request(case: Case, herself: Somebody) -> int:
    """What she asked for, sent to the provider that leads her patch."""
    by, at = case.social_worker, moment(STARTS)
    asked = AskedFor(herself.id, STARTS, "Help", Language.ENGLISH)
    referral_id = ask_for_support(by=by, at=at, asked=asked, owner_id=None)
    route_referrals(by=by, at=at, on=STARTS, referral_ids=[referral_id])
    return referral_id


def _content(place: Place, outcomes: list[int], starts: date) -> PlanContent:
    """The case's usual plan, but with one line by the provider that has both its canaries."""
    pence = 777131 if place.code == "W06000002" else 888337
    line = PlannedLine(place.canaries["line"], Deliverer.PROVIDER, cost=pence)
    return replace(a_content(outcomes, starts), lines=(line,))


def _put_to_three(
    place: Place, herself: Somebody, contract_id: int, judged: Drafted, content: PlanContent
) -> tuple[int, int]:
    """The next plan: its first version sent back, its second waiting for answers."""
    case, at = place.case, moment(ENDS)
    first = a_draft(case, herself.id, contract_id, content, at=at, follows=judged.plan_id)
    propose(case, first.version_id, ENDS)
    back = Answer.AMENDMENT
    answer(case, herself, first.version_id, Party.PERSON, back, on=ENDS, words="Later, please")
    second = redraft(by=case.manager, at=at, on=ENDS, version_id=first.version_id, content=content)
    propose(case, second.version_id, ENDS)
    return first.version_id, second.version_id


def seat_readers(place: Place) -> None:
    """A user in every role and every relationship to the place's `person_id`."""
    case, person_id = place.case, place.ids["person_id"]
    rival = _rival(case)
    organisation = {
        "provider": case.provider_id,
        "rival": rival,
        "assigned": case.provider_id,
        "council": case.council_organisation_id,
        **bodies_elsewhere(case, place.ids["person_id"]),
    }
    for reader in (*READERS, *SEATED):
        role, relationship = reader.split(":")
        if reader == "person:self":
            continue
        if role == "nobody":
            place.readers[reader] = User.objects.create(username=f"nobody-{place.code}")
            continue
        actor = an_actor(case.system, Role(role), organisation.get(relationship), reader)
        seats = place.readers if reader in READERS else place.elsewhere
        seats[reader] = User.objects.get(pk=actor.user_id)
        _relate(place, relationship, actor, person_id)


def _relate(place: Place, relationship: str, actor: Actor, person_id: object) -> None:
    since: dict[str, date] = {"starts": STARTS}
    columns = {"person_id": person_id, "user_id": actor.user_id, **since}
    if relationship in ("family", "shared"):
        _row(place, PersonLink, kind="family", **columns)
    if relationship == "family":
        place.ids["user_id"] = actor.user_id
    if relationship == "shared":
        for topic in TOPICS:
            told = {"topic": topic, "how": "own_words"}
            _row(place, Consent, **told, **columns)
    if relationship == "decider":
        _row(place, Decider, authority="attorney", **columns)
    if relationship == "assigned":
        _row(place, Assignment, **columns)


def make_team(place: Place) -> None:
    """A team of the provider, in which its member who works with the person works."""
    case, at = place.case, moment(STARTS)
    team = NewTeam(TeamKind.PROVIDER, "Y Tîm", "Y Tîm", case.provider_id, case.patch_id)
    (team_id,) = register_teams(by=case.system, at=at, teams=[team])
    user_id = place.readers["team_member:assigned"].pk
    worker = NewWorker(case.provider_id, "Cadi", "team_member", user_id=user_id)
    (worker_id,) = register_workers(by=case.system, at=at, workers=[worker])
    join_teams(by=case.system, at=at, members=[NewMember(team_id, worker_id, STARTS)])
    place.ids |= {
        "team_id": team_id,
        "at_work_id": worker_id,
        "provider_id": case.provider_id,
        "figure": "outcomes_on_track",
    }


def _opened(place: Place) -> None:
    """Somebody who has nothing to do with her opens her record in an emergency, long ago."""
    reader = place.readers["social_worker:none"]
    written = {"council_id": place.case.council_id, "by": reader, "at": moment(STARTS)}
    about = {"person_id": place.ids["person_id"], "until": moment(STARTS, 16)}
    row = Opening.objects.create(**about, **written)
    OpeningReason.objects.create(opening=row, reason="She had fallen", **written)
    place.ids["opening_id"] = row.pk


def _file_asked_for(place: Place) -> None:
    """The commissioner asks for a file of the council's own data."""
    reader, council_id = place.readers["commissioner:council"], place.case.council_id
    by = actor_for(reader.pk, council_id=council_id, on=TODAY)
    place.ids["monday"] = STARTS.isoformat()
    place.ids["asked_id"] = ask_to_take_out(by=by, at=moment(TODAY), on=TODAY, reason="Move on")


def _rival(case: Case) -> int:
    given = OrganisationGiven(OrganisationKind.PROVIDER, "Gofal Arall", "Gofal Arall")
    return add_organisations(by=case.system, at=moment(STARTS), organisations=[given])[0]


def _row(place: Place, table: type, /, **columns: object):
    written = {"council_id": place.case.council_id, "by_id": place.case.system.user_id}
    return table.objects.create(**written, at=moment(STARTS), **columns)
