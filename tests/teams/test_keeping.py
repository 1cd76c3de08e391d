"""A manager keeps the workers and teams of the own organisation, and no other's."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_case, an_actor, moment
from tests.fixtures.paid import browser_of
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.access.services import (
    OrganisationGiven,
    add_organisations,
    mark_installation,
)
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import InstallationKind, OrganisationKind, Role
from whatmatters.rules.teams import TeamKind
from whatmatters.teams.models import TeamMember, Worker
from whatmatters.teams.queries import members, teams_of_user
from whatmatters.teams.services import NewMember, NewTeam, join_teams, register_teams
from whatmatters.teams.services.accounts import join_account, part_account
from whatmatters.teams.services.keeping import WorkerSaid, put_worker_right, take_on
from whatmatters.teams.services.new_member import LeavesBeforeJoining
from whatmatters.teams.services.placing import place_in_team, start_team, take_out_of_team
from whatmatters.teams.services.refusals import (
    AccountIsAnothers,
    InTeamAlready,
    LeavesSooner,
    NoAccountOfYours,
    NotYoursToKeep,
    TeamNameTaken,
    WorkerHasAccount,
    WorkerHasNoAccount,
)

AT = moment(STARTS)
BETHAN = WorkerSaid("Bethan Roberts", "care worker", speaks_welsh=True)


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=AT, as_of=STARTS)
    return a_case()


@pytest.fixture
def rival(case: Case) -> Actor:
    """The manager of another provider."""
    given = OrganisationGiven(OrganisationKind.PROVIDER, "Gofal Arall", "Gofal Arall")
    (body,) = add_organisations(by=case.system, at=AT, organisations=[given])
    return an_actor(case.system, Role.PROVIDER_MANAGER, body, "Rhys Arall")


def a_team(by: Actor, name: str = "Menai") -> int:
    return start_team(by=by, at=AT, name_en=name, name_cy="", patch_id=None)


def put(by: Actor, worker: int, team: int, starts=STARTS, ends=None) -> int:
    return place_in_team(by=by, at=AT, worker_id=worker, team_id=team, starts=starts, ends=ends)


def test_a_worker_is_in_a_team_from_a_day_to_a_day_and_never_twice_at_once(case: Case) -> None:
    by = case.manager
    worker, team = take_on(by=by, at=AT, said=BETHAN), a_team(by)
    with pytest.raises(TeamNameTaken):
        a_team(by, " Menai ")
    member = put(by, worker, team)
    for starts, ends in (
        (STARTS, None),
        (STARTS - timedelta(days=9), None),
        (STARTS + timedelta(days=30), STARTS + timedelta(days=31)),
    ):
        with pytest.raises(InTeamAlready):
            put(by, worker, team, starts, ends)
    assert [one.name for one in members([team], STARTS)[team]] == ["Bethan Roberts"]
    with pytest.raises(LeavesBeforeJoining):
        take_out_of_team(by=by, at=AT, member_id=member, last=STARTS - timedelta(days=2))
    take_out_of_team(by=by, at=AT, member_id=member, last=STARTS + timedelta(days=6))
    for late in (9, 6):
        with pytest.raises(LeavesSooner):
            take_out_of_team(by=by, at=AT, member_id=member, last=STARTS + timedelta(days=late))
    take_out_of_team(by=by, at=AT, member_id=member, last=STARTS + timedelta(days=3))
    assert members([team], STARTS + timedelta(days=4)) == {}
    put(by, worker, team, STARTS + timedelta(days=4))
    with pytest.raises(LeavesBeforeJoining):
        put(by, worker, a_team(by, "Llŷn"), STARTS, STARTS - timedelta(days=1))
    wrong = put(by, worker, a_team(by, "Arfon"))
    take_out_of_team(by=by, at=AT, member_id=wrong, last=STARTS - timedelta(days=1))
    put_worker_right(
        by=by, at=AT, worker_id=worker, said=WorkerSaid("Bethan Huws", "nurse", speaks_welsh=True)
    )
    assert Worker.objects.values_list("name", "job").get() == ("Bethan Huws", "nurse")


def test_no_manager_reaches_anothers_workers_or_teams_and_nobody_else_keeps_any(
    case: Case, rival: Actor
) -> None:
    worker, team = take_on(by=case.manager, at=AT, said=BETHAN), a_team(case.manager)
    theirs, their_team = take_on(by=rival, at=AT, said=BETHAN), a_team(rival)
    member = put(case.manager, worker, team)
    for wrong in (
        lambda: put(rival, worker, their_team),
        lambda: put(rival, theirs, team),
        lambda: put_worker_right(by=rival, at=AT, worker_id=worker, said=BETHAN),
        lambda: take_out_of_team(by=rival, at=AT, member_id=member, last=STARTS),
        lambda: part_account(by=rival, at=AT, worker_id=worker),
    ):
        with pytest.raises(Absent):
            wrong()
    shared = NewTeam(TeamKind.NEIGHBOURHOOD, "Ardal", "Ardal", patch_id=case.patch_id)
    (neighbourhood,) = register_teams(by=case.system, at=AT, teams=[shared])
    for uninvited in ((case.manager, worker), (rival, theirs)):
        with pytest.raises(Absent):
            put(*uninvited, neighbourhood)
    # The council puts in the first of a body; its manager the others.
    first = NewMember(neighbourhood, worker, STARTS)
    join_teams(by=case.system, at=AT, members=[first])
    put(case.manager, take_on(by=case.manager, at=AT, said=BETHAN), neighbourhood)
    for other in (case.social_worker, case.commissioner, case.finance):
        with pytest.raises(NotYoursToKeep):
            take_on(by=other, at=AT, said=BETHAN)
    assert TeamMember.objects.count() == 3


def test_an_account_is_one_workers_and_shows_them_their_team_until_it_is_parted(
    case: Case, rival: Actor
) -> None:
    by = case.manager
    hers = an_actor(case.system, Role.CARE_WORKER, case.provider_id, "Bethan Roberts")
    afar = an_actor(case.system, Role.CARE_WORKER, rival.organisation_id, "Bethan Roberts")
    office = an_actor(case.system, Role.PROVIDER_MANAGER, case.provider_id, "Bethan Roberts")
    called = {
        one.user_id: User.objects.get(pk=one.user_id).username for one in (hers, afar, office)
    }
    worker, other = take_on(by=by, at=AT, said=BETHAN), take_on(by=by, at=AT, said=BETHAN)
    team = a_team(by)
    put(by, worker, team)
    about = {"by": by, "at": AT, "on": STARTS, "account_name": "Bethan Roberts"}
    for stranger in (afar, office):
        with pytest.raises(NoAccountOfYours):
            join_account(**about, worker_id=worker, username=called[stranger.user_id])
    with pytest.raises(NoAccountOfYours):
        join_account(
            **{**about, "account_name": "Beth"}, worker_id=worker, username=called[hers.user_id]
        )
    assert teams_of_user(case.council_id, hers.user_id, STARTS) == ()
    join_account(**about, worker_id=worker, username=called[hers.user_id].upper())
    assert [one.id for one in teams_of_user(case.council_id, hers.user_id, STARTS)] == [team]
    with pytest.raises(WorkerHasAccount):
        join_account(**about, worker_id=worker, username=called[hers.user_id])
    with pytest.raises(AccountIsAnothers):
        join_account(**about, worker_id=other, username=called[hers.user_id])
    with pytest.raises(IntegrityError), transaction.atomic():
        Worker.objects.filter(pk=other).update(user_id=hers.user_id)
    part_account(by=by, at=AT, worker_id=worker)
    with pytest.raises(WorkerHasNoAccount):
        part_account(by=by, at=AT, worker_id=worker)
    assert teams_of_user(case.council_id, hers.user_id, STARTS) == ()
    join_account(**about, worker_id=other, username=called[hers.user_id])


def test_from_page_to_page_a_first_worker_has_a_team_and_an_account(case: Case) -> None:
    manager, first = browser_of(case.manager), {"starts-day": 6, "starts-month": 4}
    hers = an_actor(case.system, Role.TEAM_MEMBER, case.provider_id, "Bethan Roberts")
    username = User.objects.get(pk=hers.user_id).username

    def send(page: str, *args: int, **answers: object) -> str:
        address = reverse(page, args=args)
        token = manager.get(address).context["form"]["form_token"].value()
        sent = {**answers, "form_token": token}
        return manager.post(address, sent, follow=True).content.decode()

    assert "There is no team yet." in manager.get(reverse("worker_list")).content.decode()
    assert "0 workers today" in send("team_new", name_en="Menai")
    told = send("worker_new", name="Bethan Roberts", job="care worker", speaks_welsh="on")
    assert "In no team" in told
    worker, team = Worker.objects.get().pk, a_team(case.manager, "Llŷn")
    told = send("worker_join", worker, team=team, **first, **{"starts-year": 2026})
    assert "from 6 April 2026" in told
    assert "They are in this team on one of these days already." in send(
        "worker_join", worker, team=team, **first, **{"starts-year": 2026}
    )
    told = send("worker_account", worker, username=username, account_name="Bethan Rob")
    assert "Nothing was joined." in told
    told = send("worker_account", worker, username=username, account_name="bethan roberts")
    assert username in told
    listed = manager.get(reverse("worker_list")).content.decode()
    assert "1 worker today" in listed
    day = browser_of(hers).get(reverse("rota_list")).content.decode()
    assert "Llŷn" in day
