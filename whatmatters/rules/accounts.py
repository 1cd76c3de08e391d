"""Which roles a body may give, for what reason, and who may help somebody back into an account."""

from enum import StrEnum

from whatmatters.rules.roles import OrganisationKind, Role

# People and their families hold their role from the council, and work for nobody.
OF_NO_ORGANISATION = frozenset({Role.PERSON, Role.FAMILY})
_OF_CARE = frozenset(
    {
        Role.CARE_WORKER,
        Role.TEAM_MEMBER,
        Role.PROVIDER_MANAGER,
        Role.COORDINATOR,
        Role.ADMINISTRATOR,
    }
)
_ROLES = {
    OrganisationKind.COUNCIL: OF_NO_ORGANISATION
    | {
        Role.TEAM_MEMBER,
        Role.SOCIAL_WORKER,
        Role.BROKER,
        Role.COMMISSIONER,
        Role.FINANCE_OFFICER,
        Role.SCRUTINY,
        Role.REGULATOR,
        Role.PLANNER,
        Role.EVALUATOR,
        Role.ADMINISTRATOR,
    },
    OrganisationKind.PROVIDER: _OF_CARE,
    OrganisationKind.THIRD_SECTOR: _OF_CARE | {Role.VOLUNTEER_COORDINATOR},
    OrganisationKind.HEALTH_BOARD: frozenset(
        {
            Role.TEAM_MEMBER,
            Role.HEALTH_COMMISSIONER,
            Role.NURSE,
            Role.THERAPIST,
            Role.GP,
            Role.ADMINISTRATOR,
        }
    ),
    OrganisationKind.HOUSING: frozenset({Role.HOUSING_OFFICER, Role.ADMINISTRATOR}),
    OrganisationKind.ACCOUNT: frozenset(),
}
# Of the same body, beside another administrator: who knows the people who work there.
CONFIRMS_COLLEAGUES = frozenset({Role.ADMINISTRATOR, Role.PROVIDER_MANAGER, Role.COMMISSIONER})


class RoleReason(StrEnum):
    """Why a role begins or ends, or an account is closed or opened. A code, since it is audited."""

    STARTS_WORK = "starts_work"
    COVERS = "covers"
    CHANGES_WORK = "changes_work"
    LEFT = "left"
    COMES_BACK = "comes_back"
    BY_MISTAKE = "by_mistake"
    SAFETY = "safety"


TO_GIVE = (
    RoleReason.STARTS_WORK,
    RoleReason.CHANGES_WORK,
    RoleReason.COVERS,
    RoleReason.COMES_BACK,
)
TO_END = (RoleReason.LEFT, RoleReason.CHANGES_WORK, RoleReason.BY_MISTAKE, RoleReason.SAFETY)


class RecoveryKind(StrEnum):
    """What is given back: the very first sign-in, a password, or password and second step."""

    FIRST = "first"
    PASSWORD = "password"
    SECOND_STEP = "second_step"


NEEDS_TWO = frozenset({RecoveryKind.PASSWORD, RecoveryKind.SECOND_STEP})


def roles_to_give(kind: OrganisationKind) -> tuple[Role, ...]:
    """The roles that an administrator of such a body may give, in the order of the roles."""
    return tuple(role for role in Role if role in _ROLES[kind])
