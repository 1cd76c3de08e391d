"""Who may be given to a person, and by whom: somebody of one's own body, never oneself."""

from collections.abc import Mapping, Set
from datetime import timedelta

from whatmatters.rules.permissions import PROVIDER_LOOKS_BACK
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role

_OF_THE_COUNCIL = frozenset({Role.SOCIAL_WORKER})
_GIVEN_BY: Mapping[Role, frozenset[Role]] = {
    Role.SOCIAL_WORKER: _OF_THE_COUNCIL,
    Role.BROKER: _OF_THE_COUNCIL,
    Role.COMMISSIONER: _OF_THE_COUNCIL,
    Role.PROVIDER_MANAGER: frozenset({Role.CARE_WORKER, Role.TEAM_MEMBER}),
}

# Who answers for the record may send anybody away: a provider that is gone ends nothing itself.
_ENDS_ANY = frozenset({Role.SOCIAL_WORKER, Role.COMMISSIONER})


class NotYoursToGive(Refusal):
    """Nobody says who works with a person who has nothing to do with her."""

    code = "not_yours_to_give"


class NotOfYourOwn(Refusal):
    """Only people of one's own body, in a role that meets people, are given."""

    code = "not_of_your_own"


class NotYourself(Refusal):
    """Nobody opens a record to themselves: somebody else gives them."""

    code = "not_yourself"


class AlreadyWorksWith(Refusal):
    """They work with the person already on that day, or will."""

    code = "already_works_with"


class EndsSooner(Refusal):
    """Their work has an earlier last day, and ending it lengthens nothing: EndsSooner(ends=)."""

    code = "ends_sooner"


def roles_given_by(roles: Set[Role]) -> frozenset[Role]:
    """The roles in which somebody may be given by whoever holds `roles`; empty: none.

    >>> sorted(roles_given_by({Role.PROVIDER_MANAGER}))
    [<Role.CARE_WORKER: 'care_worker'>, <Role.TEAM_MEMBER: 'team_member'>]
    """
    return frozenset[Role]().union(*(_GIVEN_BY.get(role, frozenset()) for role in roles))


def only_while_supported(roles: Set[Role]) -> bool:
    """Whether somebody who was given to a person opens her record only while their own organisation
    supports her: whoever goes to her door, and nobody of the council (R-AC-01)."""
    return Role.SOCIAL_WORKER not in roles


def looks_back(roles: Set[Role]) -> timedelta:
    """For how long after its support a provider's reader sees a person.

    Who manages does, to judge, be paid and contest; who goes to her door does not.
    """
    return PROVIDER_LOOKS_BACK if Role.PROVIDER_MANAGER in roles else timedelta(0)


def may_end(roles: Set[Role], own_body: int, bodies: Set[int]) -> bool:
    """Whether they may end the work of somebody who acts for `bodies` (ids of organisations)."""
    return bool(roles & _ENDS_ANY) or own_body in bodies
