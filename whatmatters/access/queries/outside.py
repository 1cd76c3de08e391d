"""Whose account somebody means who comes from a body's own identity provider."""

from datetime import date

from allauth.socialaccount.models import SocialAccount
from django.db.models import Q

from whatmatters.access.models import Membership, User
from whatmatters.records.standing import across_councils
from whatmatters.rules.roles import OrganisationKind


def account_named(username: str) -> User | None:
    """The account with this name to sign in by, closed ones too."""
    return User.objects.filter(username=username.strip().lower()).first()


def linked_elsewhere(user_id: int, provider: str, uid: str) -> bool:
    """Whether the account belongs already to another person of the same provider."""
    rows = SocialAccount.objects.filter(user_id=user_id, provider=provider)
    return bool(rows.exclude(uid=uid).exists())


def speaks_for(user_id: int, council: str, organisation: str, on: date) -> bool:
    """Whether the user holds a role today in the body that a provider speaks for."""
    now = Q(starts__lte=on) & (Q(ends__isnull=True) | Q(ends__gte=on))
    body = (
        Q(organisation__name_en=organisation)
        if organisation
        else Q(organisation__kind=OrganisationKind.COUNCIL)
    )
    rows = Membership.objects.filter(now, body, user_id=user_id, council__code=council)
    with across_councils():
        return bool(rows.exists())
