"""Consent topic by topic: given, taken back with effect on the next request, kept as it was."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from whatmatters.access.models import AuditEvent, User
from whatmatters.access.queries import Actor, may, people_allowed, verify_audit
from whatmatters.outcomes.models import Statement, TimelineNote
from whatmatters.people.models import Person
from whatmatters.people.services import (
    EndsBeforeItStarts,
    NewDecider,
    NewLink,
    appoint_deciders,
    end_decider,
    link_people,
)
from whatmatters.rules.people import Authority, Covers, LinkKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import Role
from whatmatters.rules.sharing import ConsentHow, KeptSubject, Topic
from whatmatters.rules.word_refusals import WordsMissing
from whatmatters.trust.queries import consents_of
from whatmatters.trust.services import (
    NotForOrganisations,
    NotLetIn,
    NotYoursToShare,
    OutsideAuthority,
    Sharing,
    VoiceNotTheirs,
    keep_between_us,
    share,
    stop_sharing,
)

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ON = ENDS
AT = moment(ENDS)
SECTIONS = {
    Topic.PROFILE: "who",
    Topic.CONVERSATIONS: "matters",
    Topic.OUTCOMES: "outcomes",
    Topic.PLAN: "plan",
    Topic.VISITS: "visits",
    Topic.TIMELINE: "happening",
    Topic.JUDGEMENTS: "going",
    Topic.MONEY: "money",
    Topic.CHARGES: "charges",
}


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


@pytest.fixture
def niece(shown: Shown) -> Actor:
    """Ifan's niece, who is let in and is shared nothing yet."""
    niece = an_actor(shown.case.system, Role.FAMILY, None, "Lowri Hughes")
    link = NewLink(shown.ifan.id, niece.user_id, LinkKind.FAMILY, STARTS, "niece")
    link_people(by=shown.case.social_worker, at=moment(STARTS), links=[link])
    return niece


def client_of(actor: Actor) -> Client:
    client = Client(headers={"accept-language": "en-gb"})
    client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
    return client


def to(niece: Actor, shown: Shown, *topics: Topic, **more: object) -> Sharing:
    told: dict[str, object] = {"how": ConsentHow.OWN_WORDS, "user_id": niece.user_id, **more}
    return Sharing(shown.ifan.id, frozenset(topics), **told)


def shares(by: Actor, sharing: Sharing, at=AT, on: date = ON) -> list[int]:
    return share(by=by, at=at, on=on, sharing=sharing)


def sections(shown: Shown, actor: Actor) -> set[Topic]:
    page = client_of(actor).get(reverse("record", args=[shown.ifan.id])).content.decode()
    return {topic for topic, anchor in SECTIONS.items() if f'id="{anchor}"' in page}


@pytest.mark.parametrize("topic", list(Topic))
def test_each_topic_shows_its_own_section_and_no_other(
    shown: Shown, niece: Actor, topic: Topic
) -> None:
    assert sections(shown, niece) == set()
    shares(shown.ifan.actor, to(niece, shown, topic))
    assert sections(shown, niece) == {topic}


def test_taking_back_holds_on_the_next_request_of_an_open_tab(shown: Shown, niece: Actor) -> None:
    shares(shown.ifan.actor, to(niece, shown, Topic.OUTCOMES, Topic.PLAN))
    tab, record = client_of(niece), reverse("record", args=[shown.ifan.id])
    plan = reverse("plan_version", args=[shown.proposed_id])
    assert tab.get(plan).status_code == 200
    shares(shown.ifan.actor, to(niece, shown, Topic.OUTCOMES))
    assert tab.get(plan).status_code == 403
    assert 'id="outcomes"' in tab.get(record).content.decode()
    her = client_of(shown.ifan.actor)
    stop = {"stop": f"user-{niece.user_id}"}
    assert her.post(reverse("sharing", args=[shown.ifan.id]), stop).status_code == 302
    assert tab.get(record).status_code == 404
    assert tab.get(plan).status_code == 404
    assert not Person.objects.filter(pk__in=people_allowed(niece, Action.SEE_RECORD, ON)).exists()


def test_a_relative_let_in_today_is_cut_today(shown: Shown, niece: Actor) -> None:
    new = an_actor(shown.case.system, Role.FAMILY, None, "Huw Hughes")
    link = NewLink(shown.ifan.id, new.user_id, LinkKind.FAMILY, ON)
    link_people(by=shown.case.social_worker, at=AT, links=[link])
    assert may(new, Action.SEE_RECORD, shown.ifan.id, ON)
    own = shown.ifan.actor
    stop_sharing(by=own, at=AT, on=ON, person_id=shown.ifan.id, user_id=new.user_id)
    assert not may(new, Action.SEE_RECORD, shown.ifan.id, ON)
    assert may(niece, Action.SEE_RECORD, shown.ifan.id, ON)
    assert may(own, Action.SEE_RECORD, shown.ifan.id, ON)


def test_lists_and_one_person_give_the_same_answer(shown: Shown, niece: Actor) -> None:
    shares(shown.ifan.actor, to(niece, shown, Topic.TIMELINE, ends=ON))
    for on, seen in ((ON, True), (ON + timedelta(days=1), False), (ON - timedelta(days=1), False)):
        listed = Person.objects.filter(pk__in=people_allowed(niece, Action.SEE_TIMELINE, on))
        assert listed.exists() is seen
        assert may(niece, Action.SEE_TIMELINE, shown.ifan.id, on) is seen


def test_what_was_shared_stays_to_be_read_and_audited(shown: Shown, niece: Actor) -> None:
    own, later = shown.ifan.actor, AT + timedelta(hours=1)
    shares(own, to(niece, shown, Topic.PROFILE, Topic.MONEY))
    shares(own, to(niece, shown, Topic.PROFILE), at=later)
    assert shares(own, to(niece, shown, Topic.PROFILE), at=later) == []
    told = consents_of(own.council_id, shown.ifan.id)
    assert {(c.topic, c.ended_at) for c in told} == {("profile", None), ("money", later)}
    rows = AuditEvent.objects.filter(person_id=shown.ifan.id, subject="consent").order_by("seq")
    given = [("consent.given", "money"), ("consent.given", "profile"), ("consent.ended", "money")]
    assert list(rows.values_list("action", "why")) == given
    assert verify_audit(own.council_id).problem == ""


def test_what_is_refused(shown: Shown, niece: Actor) -> None:
    own = shown.ifan.actor
    for by in (niece, shown.case.manager, shown.case.commissioner, shown.case.team_member):
        with pytest.raises(NotYoursToShare):
            shares(by, to(niece, shown, Topic.PROFILE))
    stranger = an_actor(shown.case.system, Role.FAMILY, None, "Nobody of hers")
    with pytest.raises(NotLetIn):
        shares(own, to(stranger, shown, Topic.PROFILE))
    with pytest.raises(EndsBeforeItStarts):
        shares(own, to(niece, shown, Topic.PROFILE, ends=ON - timedelta(days=1)))
    with pytest.raises(WordsMissing):
        shares(own, to(niece, shown, Topic.PROFILE, how=ConsentHow.SUPPORTED, helped_by=" "))
    body = {"user_id": None, "organisation_id": shown.case.provider_id}
    with pytest.raises(NotForOrganisations):
        shares(own, to(niece, shown, Topic.MONEY, **body))
    with pytest.raises(VoiceNotTheirs):
        shares(own, to(niece, shown, Topic.PROFILE, how=ConsentHow.DECIDER))
    assert consents_of(own.council_id, shown.ifan.id) == ()


def test_who_decides_shares_within_the_authority_and_while_it_lasts(
    shown: Shown, niece: Actor
) -> None:
    worker = shown.case.social_worker
    attorney = an_actor(shown.case.system, Role.FAMILY, None, "Gwen Hughes")
    given = NewDecider(
        shown.ifan.id,
        attorney.user_id,
        Authority.ATTORNEY,
        STARTS,
        covers=Covers.HEALTH_AND_WELFARE,
        reference="LPA 7000-1234",
        checked_by_id=worker.user_id,
    )
    (decider_id,) = appoint_deciders(by=worker, at=moment(STARTS), deciders=[given])
    said = to(niece, shown, Topic.OUTCOMES, how=ConsentHow.DECIDER)
    with pytest.raises(OutsideAuthority):
        shares(attorney, replace(said, topics=frozenset({Topic.MONEY})))
    with pytest.raises(VoiceNotTheirs):
        shares(attorney, replace(said, how=ConsentHow.OWN_WORDS))
    shares(attorney, said)
    assert consents_of(worker.council_id, shown.ifan.id)[0].decider_id == decider_id
    end_decider(by=worker, at=AT, decider_id=decider_id, on=ON - timedelta(days=1))
    with pytest.raises(NotYoursToShare):
        shares(attorney, said)


def test_an_organisation_sees_what_is_shared_and_no_plan_or_price(shown: Shown) -> None:
    rival = an_actor(shown.case.system, Role.PROVIDER_MANAGER, None, "Rhys Penri")
    rival = replace(rival, organisation_id=shown.case.council_organisation_id)
    assert not may(rival, Action.SEE_RECORD, shown.ifan.id, ON)
    body = {"user_id": None, "organisation_id": shown.case.council_organisation_id}
    shares(shown.ifan.actor, to(rival, shown, Topic.OUTCOMES, **body))
    assert may(rival, Action.SEE_OUTCOMES, shown.ifan.id, ON)
    for never in (Action.SEE_PLAN, Action.SEE_PRICES, Action.SEE_PROFILE, Action.WRITE_PLAN):
        assert not may(rival, never, shown.ifan.id, ON)


def test_words_kept_between_a_few_are_shown_to_no_sharer(shown: Shown, niece: Actor) -> None:
    """Threat 3; the control arm is the page before anything was kept."""
    said = Statement.objects.filter(conversation__person_id=shown.ifan.id).order_by("id").first()
    note = TimelineNote.objects.filter(person_id=shown.ifan.id).order_by("id").first()
    assert said is not None
    assert note is not None
    shares(shown.ifan.actor, to(niece, shown, *Topic))
    readers = (niece, shown.case.manager)
    address = reverse("record", args=[shown.ifan.id])
    pages = {r.user_id: client_of(r).get(address).content.decode() for r in readers}
    assert all(said.words in page for page in pages.values())
    assert note.words in pages[niece.user_id]
    client = client_of(shown.ifan.actor)
    kept = {"words": [f"statement-{said.pk}", f"note-{note.pk}"], "form_token": TOKEN}
    assert client.post(reverse("between_us", args=[shown.ifan.id]), kept).status_code == 302
    for reader in readers:
        page = client_of(reader).get(address).content.decode()
        assert said.words not in page
        assert note.words not in page or note.by_id == reader.user_id
    for reader in (shown.ifan.actor, shown.case.social_worker):
        page = client_of(reader).get(address).content.decode()
        assert said.words in page
        assert note.words in page


TOKEN = "3f1f1f0e-0000-4000-8000-000000000001"


def test_only_she_and_her_worker_keep_words_between_them(shown: Shown, niece: Actor) -> None:
    for by in (niece, shown.case.manager, shown.case.team_member):
        with pytest.raises(NotYoursToShare):
            keep_between_us(
                by=by, at=AT, on=ON, person_id=shown.ifan.id, words=[(KeptSubject.NOTE, 1)]
            )


def test_leaving_at_once_ends_the_session_and_shows_something_harmless(
    shown: Shown, niece: Actor
) -> None:
    client, address = client_of(niece), reverse("record", args=[shown.ifan.id])
    assert "Leave this page now" in client.get(address).content.decode()
    left = client.get(reverse("leave_at_once"))
    assert left.headers["Location"] == "https://www.bbc.co.uk/weather"
    assert "/sign-in/" in client.get(address).headers["Location"]
    staff = client_of(shown.case.social_worker).get(address).content.decode()
    assert "Leave this page now" not in staff
