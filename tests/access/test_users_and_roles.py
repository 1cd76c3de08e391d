"""Organisations, users and roles are made in bulk, refused by name, and leave their trace."""

from datetime import UTC, date, datetime
from functools import partial

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection
from django.test.utils import CaptureQueriesContext

from whatmatters.access.models import AuditEvent, Membership, Organisation, User
from whatmatters.access.queries import Actor, acting
from whatmatters.access.services import (
    EndsBeforeStart,
    MembershipAlreadyEnded,
    MembershipGiven,
    NotAllowed,
    NotOfThisCouncil,
    OrganisationGiven,
    PasswordTooWeak,
    UserGiven,
    UsernameTaken,
    add_memberships,
    add_organisations,
    add_users,
    end_membership,
    first_actor,
    set_password,
)
from whatmatters.places.models import Council
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import OrganisationKind, Role

AT = datetime(2026, 7, 15, 9, 0, tzinfo=UTC)
ON = date(2026, 7, 15)


@pytest.fixture
def system(db: None) -> Actor:
    return first_actor(Council.objects.create(code="W06000002", nation="wales").pk)


def elin(system: Actor, password: str | None = "a long enough one") -> int:
    given = UserGiven("elin", "Elin Hughes", "cy", password)
    return add_users(by=system, at=AT, users=[given])[0]


def test_a_social_worker_from_nothing(system: Actor) -> None:
    given = OrganisationGiven(OrganisationKind.COUNCIL, "Gwynedd Council", "Cyngor Gwynedd")
    council = add_organisations(by=system, at=AT, organisations=[given])[0]
    user = elin(system)
    held = MembershipGiven(user, Role.SOCIAL_WORKER, council, ON)
    add_memberships(by=system, at=AT, memberships=[held])
    actor = acting(user, on=ON)
    assert actor == Actor(
        user, system.council_id, "Elin Hughes", council, frozenset({Role.SOCIAL_WORKER}), "cy"
    )
    assert acting(user, on=date(2026, 7, 14)) is None
    told = AuditEvent.objects.order_by("seq").values_list("action", "subject", "subject_id")
    assert list(told)[:2] == [("added", "organisation", council), ("added", "user", user)]
    assert check_password("a long enough one", User.objects.get(pk=user).password)


def test_twenty_users_take_no_more_queries_than_one(system: Actor) -> None:
    def count(names: list[str]) -> int:
        with CaptureQueriesContext(connection) as queries:
            add_users(by=system, at=AT, users=[UserGiven(name, name) for name in names])
        return len(queries)

    assert count(["one"]) == count([f"user-{n}" for n in range(20)])


def test_without_a_password_nobody_signs_in(system: Actor) -> None:
    assert not User.objects.get(pk=elin(system, None)).has_usable_password()
    assert not User.objects.get(pk=system.user_id).has_usable_password()


@pytest.mark.parametrize("names", [["elin"], ["new", "new"]])
def test_a_name_taken_is_refused_without_a_trace(system: Actor, names: list[str]) -> None:
    elin(system)
    before = (User.objects.count(), AuditEvent.objects.count())
    with pytest.raises(UsernameTaken):
        add_users(by=system, at=AT, users=[UserGiven(name, name) for name in names])
    assert (User.objects.count(), AuditEvent.objects.count()) == before


def test_an_organisation_of_another_council_is_not_there(system: Actor) -> None:
    other = Council.objects.create(code="E08000035", nation="england")
    theirs = Organisation.objects.create(
        council=other, kind="council", name_en="Leeds", name_cy="Leeds"
    )
    held = MembershipGiven(elin(system), Role.BROKER, theirs.pk, ON)
    with pytest.raises(NotOfThisCouncil):
        add_memberships(by=system, at=AT, memberships=[held])
    assert not Membership.objects.exists()


def test_a_role_ends_once_and_not_before_it_starts(system: Actor) -> None:
    user = elin(system)
    held = MembershipGiven(user, Role.BROKER, None, ON)
    one = add_memberships(by=system, at=AT, memberships=[held])[0]
    other = first_actor(Council.objects.create(code="E08000035", nation="england").pk)
    for actor, last, refusal in [
        (other, ON, NotOfThisCouncil),
        (system, date(2026, 7, 14), EndsBeforeStart),
    ]:
        refused(refusal, by=actor, membership_id=one, on=last)
    end_membership(by=system, at=AT, membership_id=one, on=ON)
    refused(MembershipAlreadyEnded, by=system, membership_id=one, on=ON)
    assert acting(user, on=ON) is not None
    assert acting(user, on=date(2026, 7, 16)) is None


def refused(refusal: type[Refusal], *, by: Actor, membership_id: int, on: date) -> None:
    with pytest.raises(refusal):
        end_membership(by=by, at=AT, membership_id=membership_id, on=on)


@pytest.mark.parametrize("weak", ["short", "password1234", "elin-hughes"])
def test_a_weak_password_is_refused(system: Actor, weak: str) -> None:
    user = elin(system)
    with pytest.raises(PasswordTooWeak):
        set_password(by=system, at=AT, user_id=user, password=weak)
    assert check_password("a long enough one", User.objects.get(pk=user).password)


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.SYSTEM, Role.ADMINISTRATOR)])
def test_only_an_administrator_gives_accounts_and_roles(system: Actor, role: Role) -> None:
    user = elin(system)
    other = Actor(user, system.council_id, "Elin", None, frozenset({role}))
    for refused in (
        partial(add_users, users=[UserGiven("new", "New")]),
        partial(add_memberships, memberships=[MembershipGiven(user, Role.ADMINISTRATOR, None, ON)]),
        partial(add_organisations, organisations=[]),
        partial(end_membership, membership_id=1, on=ON),
        partial(set_password, user_id=user, password="another long one"),
    ):
        with pytest.raises(NotAllowed):
            refused(by=other, at=AT)
    assert not Membership.objects.exists()


def test_an_administrator_has_no_power_in_another_council(system: Actor) -> None:
    leeds = first_actor(Council.objects.create(code="E08000035", nation="england").pk)
    user = elin(system)
    held = MembershipGiven(user, Role.BROKER, None, ON)
    add_memberships(by=system, at=AT, memberships=[held])
    theirs = Actor(leeds.user_id, leeds.council_id, "L", None, frozenset({Role.ADMINISTRATOR}))
    for by, refusal in ((theirs, NotAllowed), (leeds, NotOfThisCouncil)):
        with pytest.raises(refusal):
            set_password(by=by, at=AT, user_id=user, password="another long one")
