"""Who may be given, and whose work may be ended, by which role; typed by hand."""

import pytest

from whatmatters.rules.roles import Role
from whatmatters.rules.working_with import may_end, roles_given_by

pytestmark = pytest.mark.once

COUNCIL, PROVIDER, RIVAL = 1, 2, 3


def test_each_gives_only_those_of_their_own_who_meet_people() -> None:
    given = {role: roles_given_by({role}) for role in Role if roles_given_by({role})}
    assert given == {
        Role.SOCIAL_WORKER: {Role.SOCIAL_WORKER},
        Role.BROKER: {Role.SOCIAL_WORKER},
        Role.COMMISSIONER: {Role.SOCIAL_WORKER},
        Role.PROVIDER_MANAGER: {Role.CARE_WORKER, Role.TEAM_MEMBER},
    }


@pytest.mark.parametrize(
    ("role", "own", "bodies", "may"),
    [
        (Role.PROVIDER_MANAGER, PROVIDER, {PROVIDER}, True),
        (Role.PROVIDER_MANAGER, PROVIDER, {RIVAL}, False),
        (Role.PROVIDER_MANAGER, PROVIDER, {COUNCIL}, False),
        (Role.BROKER, COUNCIL, {COUNCIL}, True),
        (Role.BROKER, COUNCIL, {PROVIDER}, False),
        (Role.SOCIAL_WORKER, COUNCIL, {PROVIDER}, True),
        (Role.COMMISSIONER, COUNCIL, set(), True),
    ],
)
def test_who_answers_for_the_record_ends_anybody_and_others_their_own(
    role: Role, own: int, bodies: set[int], may: bool
) -> None:
    assert may_end({role}, own, bodies) is may
