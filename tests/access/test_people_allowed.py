"""Access by relationship, as SQL: two councils, and nobody in two places at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from whatmatters.access.models import Membership, Organisation, User
from whatmatters.access.queries import (
    Actor,
    acting,
    actor_for,
    may,
    may_in_council,
    own_organisation_only,
    people_allowed,
    sight_of,
)
from whatmatters.people.models import Assignment, Decider, Person, PersonLink
from whatmatters.places.models import Area, Council
from whatmatters.rules.permissions import Action, Relationship

ON = date(2026, 7, 15)
AT = datetime(2026, 7, 15, 9, 0, tzinfo=UTC)


@dataclass
class Place:
    """One council with Ifan, whom Elin works with, and Mair, whom nobody does."""

    council: Council
    system: User
    ifan: Person
    mair: Person

    def user(self, name: str, *roles: str, organisation: Organisation | None = None) -> Actor:
        """Somebody with roles today."""
        user = User.objects.create(username=f"{self.council.code}-{name}", display_name=name)
        for role in roles:
            Membership.objects.create(
                council=self.council,
                user=user,
                role=role,
                organisation=organisation,
                starts=date(2026, 1, 1),
            )
        return actor_for(user.pk, council_id=self.council.pk, on=ON)

    def row(self, table: type, /, **columns: object) -> None:
        """A row written by the system."""
        columns = {"starts": date(2026, 1, 1), **columns}
        table.objects.create(council=self.council, by=self.system, at=AT, **columns)


@pytest.fixture
def place(db: None) -> Callable[[str], Place]:
    def make(code: str) -> Place:
        council = Council.objects.create(code=code, nation="wales")
        system = User.objects.create(username=f"system-{code}")
        area = Area.objects.create(council=council, kind="lsoa", code=code)
        people = [
            Person.objects.create(
                council=council,
                by=system,
                at=AT,
                full_name=name,
                known_as=name,
                born=date(1940, 2, 29),
                language="cy",
                lsoa=area,
                ward=area,
                postcode="LL55 1AA",
                latitude="53.1",
                longitude="-4.2",
            )
            for name in ("Ifan", "Mair")
        ]
        return Place(council, system, *people)

    return make


@pytest.fixture
def gwynedd(place: Callable[[str], Place]) -> Place:
    return place("W06000002")


@pytest.fixture
def leeds(place: Callable[[str], Place]) -> Place:
    return place("E08000035")


def allowed(actor: Actor, action: Action) -> set[int]:
    return set(
        Person.objects.filter(pk__in=people_allowed(actor, action, ON)).values_list("pk", flat=True)
    )


def test_a_social_worker_sees_whom_she_works_with_and_nobody_else(gwynedd: Place) -> None:
    elin = gwynedd.user("elin", "social_worker")
    gwynedd.row(Assignment, person=gwynedd.ifan, user_id=elin.user_id)
    assert allowed(elin, Action.SEE_CONVERSATIONS) == {gwynedd.ifan.pk}
    assert may(elin, Action.SEE_CONVERSATIONS, gwynedd.ifan.pk, ON)
    assert not may(elin, Action.SEE_RECORD, gwynedd.mair.pk, ON)


@pytest.mark.parametrize(
    ("starts", "ends", "seen"),
    [
        (date(2026, 7, 15), None, True),
        (date(2026, 7, 1), date(2026, 7, 15), True),
        (date(2026, 7, 1), date(2026, 7, 14), False),
        (date(2026, 7, 16), None, False),
    ],
)
def test_an_assignment_counts_from_its_first_day_to_its_last(
    gwynedd: Place, starts: date, ends: date | None, seen: bool
) -> None:
    elin = gwynedd.user("elin", "social_worker")
    gwynedd.row(Assignment, person=gwynedd.ifan, user_id=elin.user_id, starts=starts, ends=ends)
    assert may(elin, Action.SEE_RECORD, gwynedd.ifan.pk, ON) is seen


def test_a_relationship_without_its_role_gives_nothing(gwynedd: Place) -> None:
    scrutiny = gwynedd.user("rhys", "scrutiny")
    gwynedd.row(Assignment, person=gwynedd.ifan, user_id=scrutiny.user_id)
    gwynedd.row(PersonLink, person=gwynedd.ifan, user_id=scrutiny.user_id, kind="self")
    assert allowed(scrutiny, Action.SEE_RECORD) == set()
    assert sight_of(scrutiny, gwynedd.ifan.pk, ON).actions == frozenset()


def test_council_wide_roles_stop_at_the_council(gwynedd: Place, leeds: Place) -> None:
    sian = gwynedd.user("sian", "finance_officer")
    assert allowed(sian, Action.SEE_PERSON_MONEY) == {gwynedd.ifan.pk, gwynedd.mair.pk}
    assert allowed(sian, Action.SEE_CONVERSATIONS) == set()
    assert not may(sian, Action.SEE_PERSON_MONEY, leeds.ifan.pk, ON)


def test_a_link_in_another_council_gives_nothing_here(gwynedd: Place, leeds: Place) -> None:
    elin = gwynedd.user("elin", "social_worker")
    leeds.row(Assignment, person=leeds.ifan, user_id=elin.user_id)
    assert allowed(elin, Action.SEE_RECORD) == set()


def test_several_relationships_join_in_one_query(gwynedd: Place) -> None:
    both = gwynedd.user("both", "social_worker", "person", "family", "finance_officer")
    gwynedd.row(Assignment, person=gwynedd.ifan, user_id=both.user_id)
    gwynedd.row(PersonLink, person=gwynedd.mair, user_id=both.user_id, kind="self")
    assert allowed(both, Action.SEE_CONVERSATIONS) == {gwynedd.ifan.pk, gwynedd.mair.pk}
    with CaptureQueriesContext(
        connection,
    ) as queries:
        sight = sight_of(both, gwynedd.mair.pk, ON)
    assert len(queries) == 1
    assert sight.why == Relationship.SELF
    assert sight.relationships == {Relationship.SELF, Relationship.COUNCIL}
    with CaptureQueriesContext(connection) as queries:
        allowed(both, Action.SEE_RECORD)
    assert len(queries) == 1


@pytest.mark.parametrize(
    ("authority", "may_answer"),
    [("attorney", True), ("deputy", True), ("supported", False), ("own", False)],
)
def test_only_who_decides_for_a_person_by_authority_may_answer(
    gwynedd: Place, authority: str, may_answer: bool
) -> None:
    daughter = gwynedd.user("nia", "family")
    gwynedd.row(Decider, person=gwynedd.ifan, user_id=daughter.user_id, authority=authority)
    assert may(daughter, Action.ANSWER_PLAN, gwynedd.ifan.pk, ON) is may_answer
    assert not may(daughter, Action.SEE_CONVERSATIONS, gwynedd.ifan.pk, ON)


def test_family_sees_who_she_is_and_not_her_plan(gwynedd: Place) -> None:
    son = gwynedd.user("huw", "family")
    gwynedd.row(PersonLink, person=gwynedd.ifan, user_id=son.user_id, kind="family")
    seen = sight_of(son, gwynedd.ifan.pk, ON).actions
    assert seen == {
        Action.SEE_RECORD,
        Action.GIVE_FAMILY_VIEW,
        Action.SEND_MESSAGE,
        Action.OFFER_HELP,
        Action.SAY_WHAT_I_KNOW,
        Action.ASK_CARER_SUPPORT,
    }


def test_a_role_in_one_organisation_lends_no_power_in_another(gwynedd: Place) -> None:
    gofal, cadarn = (
        Organisation.objects.create(
            council=gwynedd.council, kind="provider", name_en=name, name_cy=name
        )
        for name in ("Gofal", "Cadarn")
    )
    worker = gwynedd.user("ann", "care_worker", organisation=gofal)
    Membership.objects.create(
        council=gwynedd.council,
        user_id=worker.user_id,
        role="provider_manager",
        organisation=cadarn,
        starts=date(2026, 1, 1),
    )
    actor = acting(worker.user_id, on=ON)
    assert actor is not None
    assert (actor.organisation_id, actor.roles) == (gofal.pk, {"care_worker"})


def test_a_provider_sees_its_own_remittances_and_finance_all(gwynedd: Place) -> None:
    gofal = Organisation.objects.create(
        council=gwynedd.council, kind="provider", name_en="Gofal", name_cy="Gofal"
    )
    manager = gwynedd.user("manon", "provider_manager", organisation=gofal)
    stray = gwynedd.user("stray", "provider_manager")
    finance = gwynedd.user("sian", "finance_officer")
    assert own_organisation_only(manager, Action.SEE_REMITTANCES) == gofal.pk
    assert own_organisation_only(stray, Action.SEE_REMITTANCES) == 0
    assert own_organisation_only(finance, Action.SEE_REMITTANCES) is None
    assert may_in_council(finance, Action.RELEASE_RUN)
    assert not may_in_council(manager, Action.RELEASE_RUN)


def test_somebody_whose_role_ended_is_nobody(gwynedd: Place) -> None:
    elin = gwynedd.user("elin", "social_worker")
    Membership.objects.filter(user_id=elin.user_id).update(ends=date(2026, 7, 14))
    assert acting(elin.user_id, on=date(2026, 7, 14)) is not None
    assert acting(elin.user_id, on=ON) is None
