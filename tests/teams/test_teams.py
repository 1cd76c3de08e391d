"""Teams, who works in them on which day, and the neighbourhood team of a patch."""

from datetime import timedelta

import pytest

from tests.fixtures.case import STARTS, a_case, moment
from tests.fixtures.whole import refused
from whatmatters.rules.refusals import Absent
from whatmatters.rules.teams import TeamKind
from whatmatters.teams.queries import members, teams, teams_of_patch, workers_of
from whatmatters.teams.services import (
    LeavesBeforeJoining,
    NewMember,
    NewTeam,
    NewWorker,
    TeamNeedsItsOwner,
    join_teams,
    leave_team,
    register_teams,
    register_workers,
)

pytestmark = pytest.mark.django_db
AT = moment(STARTS)


def a_team(case, name="Tîm Arfon"):
    new = [NewTeam(TeamKind.NEIGHBOURHOOD, name, name, patch_id=case.patch_id)]
    return register_teams(by=case.commissioner, at=AT, teams=new)[0]


def workers(case, *names):
    new = [NewWorker(case.provider_id, name, "support worker") for name in names]
    return register_workers(by=case.manager, at=AT, workers=new)


def test_a_patch_has_its_neighbourhood_team():
    case = a_case()
    team_id = a_team(case)
    new = [NewTeam(TeamKind.PROVIDER, "Afon", "Afon", organisation_id=case.provider_id)]
    register_teams(by=case.manager, at=AT, teams=new)
    assert [t.id for t in teams_of_patch(case.council_id, case.patch_id)] == [team_id]
    assert [t.name_en for t in teams(case.council_id)] == ["Afon", "Tîm Arfon"]


def test_a_neighbourhood_team_without_a_patch_is_refused():
    case = a_case()
    with refused(TeamNeedsItsOwner, kind="neighbourhood"):
        new = [NewTeam(TeamKind.NEIGHBOURHOOD, "A", "A", organisation_id=case.provider_id)]
        register_teams(by=case.commissioner, at=AT, teams=new)


def test_who_works_in_a_team_depends_on_the_day():
    case = a_case()
    team_id = a_team(case)
    ann, bob = workers(case, "Ann", "Bob")
    new = [NewMember(team_id, worker, STARTS) for worker in (ann, bob)]
    joined = join_teams(by=case.manager, at=AT, members=new)
    leave_team(by=case.manager, at=AT, member_id=joined[0], on=STARTS + timedelta(days=6))
    assert [w.name for w in members([team_id], STARTS)[team_id]] == ["Ann", "Bob"]
    later = members([team_id], STARTS + timedelta(days=7))
    assert [w.name for w in later[team_id]] == ["Bob"]
    assert members([team_id], STARTS - timedelta(days=1)) == {}
    assert [w.id for w in workers_of(case.council_id, case.provider_id)] == [ann, bob]


def test_a_team_of_another_council_is_absent():
    case, other = a_case(), a_case("E06000054", "england")
    (ann,) = workers(case, "Ann")
    theirs = a_team(other)
    with refused(Absent, what="team", id=theirs):
        new = [NewMember(theirs, ann, STARTS)]
        join_teams(by=case.manager, at=AT, members=new)


def test_nobody_leaves_before_joining():
    case = a_case()
    team_id = a_team(case)
    (ann,) = workers(case, "Ann")
    new = [NewMember(team_id, ann, STARTS)]
    (member_id,) = join_teams(by=case.manager, at=AT, members=new)
    with refused(LeavesBeforeJoining):
        leave_team(by=case.manager, at=AT, member_id=member_id, on=STARTS - timedelta(days=2))
