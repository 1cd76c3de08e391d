"""The table keeps what requirements, section 2, says that each actor must not see or do."""

import pytest

from whatmatters.rules.permissions import (
    ABOUT_ONE_PERSON,
    TABLE,
    Action,
    Relationship,
    actions,
    decide,
    needs_second_factor,
    own_rows_only,
    relationships_for,
)
from whatmatters.rules.roles import Role

CHARGES = {Action.SEE_CHARGES, Action.CHARGE_PERSON}
FUND = {Action.SEE_FUND}
MONEY = {Action.SEE_PRICES, Action.SEE_PERSON_MONEY}


def everything(role: Role) -> set[Action]:
    return set(actions({role}, Relationship))


@pytest.mark.parametrize(
    ("role", "never"),
    [
        ("scrutiny", set(ABOUT_ONE_PERSON) | {Action.LIST_PEOPLE, Action.SEE_RUNS}),
        ("administrator", set(ABOUT_ONE_PERSON) | {Action.LIST_PEOPLE, Action.SEE_REMITTANCES}),
        ("system", set(Action)),
        (
            "finance_officer",
            set(ABOUT_ONE_PERSON) - {Action.SEE_RECORD, Action.SEE_PERSON_MONEY} - CHARGES - FUND,
        ),
        ("commissioner", {Action.SEE_PROFILE, Action.SEE_CONVERSATIONS, Action.SEE_TIMELINE}),
        ("commissioner", {Action.RELEASE_RUN, Action.PROPOSE_RUN}),
        ("broker", {Action.SEE_PROFILE, Action.SEE_CONVERSATIONS, Action.SEE_PERSON_MONEY}),
        ("care_worker", MONEY | {Action.SEE_CONVERSATIONS, Action.LIST_PEOPLE}),
        ("team_member", MONEY),
        ("provider_manager", {Action.RECORD_FINDING, Action.SEE_RUNS, Action.SEE_PERSON_MONEY}),
        ("social_worker", {Action.WRITE_PLAN, Action.SEE_RUNS, Action.RELEASE_RUN}),
        ("family", {Action.RECORD_CONVERSATION, Action.RECORD_OUTCOME, Action.SEE_BETWEEN_US}),
    ],
)
def test_what_a_role_never_may(role: str, never: set[Action]) -> None:
    assert everything(Role(role)) & never == set()


def test_every_role_is_in_the_table_but_the_system() -> None:
    assert {role for role, _ in TABLE} == set(Role) - {Role.SYSTEM}


def test_a_provider_stands_to_people_only_as_provider() -> None:
    theirs = {r for role, r in TABLE if role == Role.PROVIDER_MANAGER}
    shared = {"shared_profile", "shared_conversations", "shared_outcomes", "shared_timeline"}
    assert theirs == {Relationship.PROVIDER, Relationship.NONE} | shared
    assert {r for role, r in TABLE if role == Role.CARE_WORKER} == {
        "assigned",
        "visiting",
        "opened",
        "none",
    }


def test_actions_about_a_person_need_a_relationship_and_the_others_none() -> None:
    for (_, relationship), allowed in TABLE.items():
        if relationship == Relationship.NONE:
            assert not allowed & ABOUT_ONE_PERSON
        else:
            assert allowed <= ABOUT_ONE_PERSON


def test_whoever_may_do_anything_with_a_person_may_open_the_record() -> None:
    for (_, relationship), allowed in TABLE.items():
        assert relationship == Relationship.NONE or Action.SEE_RECORD in allowed


def test_roles_add_up_and_never_take_away() -> None:
    assert decide({Role.SCRUTINY, Role.PERSON}, ["self"], Action.SEE_LOOKS)
    assert not decide({Role.SCRUTINY}, ["self"], Action.SEE_LOOKS)
    assert not decide({Role.PERSON}, ["family"], Action.SEE_RECORD)
    assert not decide(set(), Relationship, Action.OPEN_HOME)


def test_the_strongest_relationship_comes_first() -> None:
    found = relationships_for({Role.PERSON, Role.FAMILY, Role.BROKER}, Action.SEE_OUTCOMES)
    assert found == ["self", "decider", "council", "shared_outcomes"]


def test_rows_of_ones_own_organisation_unless_a_role_of_the_council_allows_more() -> None:
    assert own_rows_only({Role.PROVIDER_MANAGER}, Action.SEE_REMITTANCES)
    assert not own_rows_only({Role.PROVIDER_MANAGER, Role.COMMISSIONER}, Action.SEE_REMITTANCES)
    assert own_rows_only({Role.PROVIDER_MANAGER, Role.BROKER}, Action.SEE_REMITTANCES)
    assert own_rows_only({Role.SCRUTINY}, Action.SEE_REMITTANCES)


def test_staff_need_a_second_factor() -> None:
    assert not needs_second_factor({Role.PERSON, Role.FAMILY})
    assert needs_second_factor({Role.PERSON, Role.CARE_WORKER})


def test_family_see_only_what_is_shared_topic_by_topic() -> None:
    assert actions({Role.FAMILY}, ["family"]) == {
        "see_record",
        "give_family_view",
        "send_message",
        "offer_help",
        "say_what_i_know",
        "ask_carer_support",
    }
    for relationship, seen in (
        ("shared_profile", {"see_profile"}),
        ("shared_conversations", {"see_conversations"}),
        ("shared_outcomes", {"see_outcomes"}),
        ("shared_plan", {"see_plan"}),
        ("shared_visits", {"see_delivery"}),
        ("shared_timeline", {"see_timeline"}),
        ("shared_judgements", {"see_judgements"}),
        ("shared_money", {"see_person_money", "see_prices", "see_fund"}),
        ("shared_charges", {"see_charges"}),
    ):
        assert actions({Role.FAMILY}, [relationship]) == {"see_record"} | seen


def test_a_consent_gives_staff_and_strangers_nothing() -> None:
    shared = [r for r in Relationship if r.startswith("shared_")]
    elsewhere = {"nurse", "therapist", "gp", "volunteer_coordinator", "housing_officer"}
    for role in set(Role) - {Role.FAMILY, Role.PROVIDER_MANAGER} - elsewhere:
        assert actions({role}, shared) == set(), role
