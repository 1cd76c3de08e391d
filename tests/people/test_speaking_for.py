"""Links, deciders, assignments, profiles and deaths: each from a day to a day, none overwritten."""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import STARTS, a_case, a_person, an_actor, moment
from tests.fixtures.whole import refused
from whatmatters.access.models import AuditEvent
from whatmatters.people.queries import (
    assigned,
    deciders,
    died_on,
    links,
    people_assigned_to,
    people_of_user,
    person,
    profile_versions,
)
from whatmatters.people.services import (
    DeathAlreadyRecorded,
    DiedBeforeBorn,
    EndsBeforeItStarts,
    NewDecider,
    NewLink,
    NewProfile,
    NotAnAuthority,
    appoint_deciders,
    end_decider,
    end_link,
    link_people,
    record_death,
    write_profiles,
)
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.people import Authority, LinkKind, Speaker
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role
from whatmatters.rules.word_refusals import WordsMissing

pytestmark = pytest.mark.django_db
AT = moment(STARTS)


def test_a_daughter_is_let_in_from_a_day_to_a_day():
    case = a_case()
    mair = a_person(case)
    daughter = an_actor(case.system, Role.FAMILY, None)
    new = [NewLink(mair.id, daughter.user_id, LinkKind.FAMILY, STARTS, "daughter")]
    (link_id,) = link_people(by=case.social_worker, at=AT, links=new)
    end_link(by=case.social_worker, at=AT, link_id=link_id, on=STARTS + timedelta(days=9))
    asked = {"council_id": case.council_id}
    assert people_of_user(daughter.user_id, on=STARTS - timedelta(days=1), **asked) == ()
    assert people_of_user(daughter.user_id, on=STARTS + timedelta(days=10), **asked) == ()
    (found,) = people_of_user(daughter.user_id, on=STARTS + timedelta(days=9), **asked)
    assert (found.person_id, found.kind, found.relationship) == (mair.id, "family", "daughter")
    assert [link.kind for link in links([mair.id], STARTS)[mair.id]] == ["self", "family"]


def test_nobody_is_appointed_by_their_own_authority():
    case = a_case()
    mair = a_person(case)
    with refused(NotAnAuthority, authority="own"):
        new = [NewDecider(mair.id, case.manager.user_id, Authority.OWN, STARTS)]
        appoint_deciders(by=case.social_worker, at=AT, deciders=new)


def test_an_attorney_decides_until_the_last_day():
    case = a_case()
    mair = a_person(case)
    son = an_actor(case.system, Role.FAMILY, None)
    new = [NewDecider(mair.id, son.user_id, Authority.ATTORNEY, STARTS)]
    (decider_id,) = appoint_deciders(by=case.social_worker, at=AT, deciders=new)
    with refused(EndsBeforeItStarts):
        day = STARTS - timedelta(days=1)
        end_decider(by=case.social_worker, at=AT, decider_id=decider_id, on=day)
    end_decider(by=case.social_worker, at=AT, decider_id=decider_id, on=STARTS)
    assert [d.authority for d in deciders(mair.id, STARTS)] == ["attorney"]
    assert deciders(mair.id, STARTS + timedelta(days=1)) == ()


def test_who_works_with_whom():
    case = a_case()
    mair, ann = a_person(case), a_person(case, "Ann Ellis")
    worker = case.social_worker.user_id
    assert assigned([mair.id, ann.id], STARTS) == {mair.id: (worker,), ann.id: (worker,)}
    found = people_assigned_to(worker, council_id=case.council_id, on=STARTS)
    assert found == (mair.id, ann.id)


def test_a_person_of_another_council_is_absent():
    case, other = a_case(), a_case("E06000054", "england")
    theirs = a_person(other)
    with refused(Absent, what="person", id=theirs.id):
        record_death(by=case.social_worker, at=AT, person_id=theirs.id, on=STARTS)
    with refused(Absent, what="person", id=theirs.id):
        new = [NewLink(theirs.id, case.manager.user_id, LinkKind.FAMILY, STARTS)]
        link_people(by=case.social_worker, at=AT, links=new)


def test_a_profile_keeps_its_versions_and_whose_voice_they_are():
    case = a_case()
    mair = a_person(case)
    for words in ("Chapel on Sundays", "Chapel, and the garden"):
        new = [NewProfile(mair.id, important=words)]
        write_profiles(by=mair.actor, at=AT, profiles=new)
    found = profile_versions(mair.id)
    assert [p.important for p in found] == ["Chapel, and the garden", "Chapel on Sundays"]
    assert {p.speaker for p in found} == {Speaker.OWN_WORDS}


def test_an_empty_profile_or_a_nameless_proxy_is_refused():
    case = a_case()
    mair = a_person(case)
    with refused(WordsMissing, field="important"):
        write_profiles(by=mair.actor, at=AT, profiles=[NewProfile(mair.id)])
    with refused(WordsMissing, field="spoken_by"):
        new = [NewProfile(mair.id, liked="Her jokes", speaker=Speaker.PROXY)]
        write_profiles(by=case.manager, at=AT, profiles=new)


def test_a_death_is_a_row_of_its_own_and_is_recorded_once():
    case = a_case()
    mair = a_person(case)
    record_death(by=case.social_worker, at=AT, person_id=mair.id, on=STARTS)
    assert died_on([mair.id]) == {mair.id: STARTS}
    found = person(mair.id, council_id=case.council_id)
    assert found is not None
    assert (found.full_name, found.died_on) == ("Mair Rees", STARTS)
    with refused(DeathAlreadyRecorded, person_id=mair.id):
        record_death(by=case.social_worker, at=AT, person_id=mair.id, on=STARTS)


def test_a_death_tomorrow_or_before_birth_is_refused():
    case = a_case()
    mair = a_person(case)
    with refused(DayNotReached, on=STARTS + timedelta(days=1)):
        day = STARTS + timedelta(days=1)
        record_death(by=case.social_worker, at=AT, person_id=mair.id, on=day)
    with refused(DiedBeforeBorn):
        day = date(1944, 2, 28)
        record_death(by=case.social_worker, at=AT, person_id=mair.id, on=day)


def test_each_change_is_in_the_audit_trail_by_id_and_code_only():
    case = a_case()
    mair = a_person(case)
    record_death(by=case.social_worker, at=AT, person_id=mair.id, on=STARTS)
    rows = AuditEvent.objects.filter(person_id=mair.id).order_by("seq")
    told = [row.action for row in rows]
    assert told == ["person.registered", "link.started", "assignment.started", "person.died"]
    assert "Mair" not in repr(list(AuditEvent.objects.values_list()))
