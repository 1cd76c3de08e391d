"""Passwords, and the first user of a council: the system itself."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from whatmatters.access.models import Membership, User
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.names import SYSTEM
from whatmatters.access.queries.refusals import NotOfThisCouncil, PasswordTooWeak
from whatmatters.access.services.audit import audit
from whatmatters.access.services.gate import must_be_system
from whatmatters.records.standing import across_councils
from whatmatters.rules.roles import Role


def first_actor(council_id: int) -> Actor:
    """The system as an actor of one council: nobody can sign in as it."""
    values = {"display_name": "What Matters", "password": "!"}
    user, _ = User.objects.get_or_create(username=SYSTEM, defaults=values)
    return Actor(user.pk, council_id, user.display_name, None, frozenset({Role.SYSTEM}))


def check_password(password: str, *, username: str = "") -> None:
    """Refuse a weak password (PasswordTooWeak)."""
    try:
        validate_password(password, User(username=username))
    except ValidationError as error:
        raise PasswordTooWeak(problems=[e.code for e in error.error_list]) from error


@transaction.atomic
def set_password(*, by: Actor, at: datetime, user_id: int, password: str) -> None:
    """Give a user a new password, at the terminal. Every session opened with the old one ends.

    An administrator cannot: giving somebody back an account takes two (`recovery`). Raises
    NotAllowed, PasswordTooWeak, and NotOfThisCouncil for somebody who has only ever had roles in
    other councils.
    """
    must_be_system(by)
    user = User.objects.select_for_update(no_key=True).filter(pk=user_id).first()
    if user is None or _of_others_alone(by, user_id):
        raise NotOfThisCouncil(subject="user")
    check_password(password, username=user.username)
    user.set_password(password)
    user.save(update_fields=["password"])
    audit(by=by, at=at, action="password_set", subject="user", subject_id=user_id)


def _of_others_alone(by: Actor, user_id: int) -> bool:
    held = Membership.objects.filter(user_id=user_id)
    with across_councils():
        return held.exists() and not held.filter(council_id=by.council_id).exists()


@transaction.atomic
def remember_language(*, user_id: int, language: str) -> None:
    """Keep the language somebody chose, for their next sign-in. Not audited: it is their own."""
    User.objects.filter(pk=user_id).update(language=language)
