"""Getting back into an account takes two people, and each holds half of the code.

An administrator asks and is told one half; somebody else who knows the user confirms and is told
the other. Only the user has both: neither of the two, nor anybody who overhears one, gets in.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import check_password as matches
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from whatmatters.access.models import Recovery, RecoveryAnswer, RecoveryUse, User
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.recoveries import RecoveryFacts, may_confirm, newest_for
from whatmatters.access.queries.refusals import (
    AlreadySo,
    CodesNotRight,
    MayNotConfirm,
    NotTheFirstTime,
    OwnAccount,
    RecoveryOver,
)
from whatmatters.access.services.audit import audit
from whatmatters.access.services.gate import (
    must_look_after,
    must_look_after_alone,
    must_manage_users,
)
from whatmatters.access.services.sessions import end_all_sessions
from whatmatters.access.services.sign_in import check_password
from whatmatters.policy.sign_in import opens_for
from whatmatters.records.standing import across_councils, of_council
from whatmatters.rules.accounts import NEEDS_TWO, RecoveryKind
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Absent

# No 0, O, 1, I or L: a code may be read out over the telephone. 12 letters of 31 are 59 bits.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS = 3
GROUP = 4


@dataclass(frozen=True, slots=True)
class Half:
    """What one of the two is told, once: it is kept nowhere but as a hash."""

    recovery_id: int
    half: str
    expires: datetime


@transaction.atomic
def first_sign_in(*, by: Actor, at: datetime, user_id: int) -> Half:
    """A code for somebody who has never signed in. One alone may give it: nothing is taken over.

    Raises NotAllowed, NotLookedAfter, CountsElsewhere, OwnAccount, NotTheFirstTime.
    """
    user = _of_administrator(by, at, user_id)
    if user.has_usable_password() or user.last_login is not None:
        raise NotTheFirstTime()
    return _ask(by, at, user, RecoveryKind.FIRST)


@transaction.atomic
def ask_recovery(*, by: Actor, at: datetime, user_id: int, kind: RecoveryKind) -> Half:
    """Ask for an account to be given back. An earlier one that nobody used is worth nothing then.

    Raises NotAllowed, NotLookedAfter, CountsElsewhere, OwnAccount, and AlreadySo for a closed one.
    """
    if kind not in NEEDS_TWO:
        raise NotTheFirstTime()
    return _ask(by, at, _of_administrator(by, at, user_id), kind)


@transaction.atomic
def answer_recovery(*, by: Actor, at: datetime, recovery_id: int, confirmed: bool) -> Half | None:
    """Say that it is the user who asks, and be told the other half; or say that it is not (None).

    Raises Absent, MayNotConfirm, RecoveryOver.
    """
    asked = Recovery.objects.of(by.council_id).filter(pk=recovery_id).first()
    if asked is None:
        raise Absent(what="recovery", id=recovery_id)
    if not may_confirm(by, asked.user_id, asked.by_id, london_day(at)):
        raise MayNotConfirm()
    if asked.kind not in NEEDS_TWO or at >= asked.expires or _is_old(asked):
        raise RecoveryOver()
    half = _code() if confirmed else ""
    try:
        with transaction.atomic():
            RecoveryAnswer.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                recovery=asked,
                user_id=asked.user_id,
                asked_by_id=asked.by_id,
                confirmed=confirmed,
                half=_hashed(half),
            )
    except IntegrityError:
        raise RecoveryOver() from None
    word = "confirmed" if confirmed else "refused"
    audit(by=by, at=at, action=word, subject="recovery", subject_id=asked.pk, why=asked.kind)
    return Half(asked.pk, half, asked.expires) if confirmed else None


@transaction.atomic
def use_recovery(*, at: datetime, username: str, first: str, second: str, password: str) -> int:
    """The user's own part: both halves and a new password. Once; her open sessions end.

    With a lost second step that step is taken away, and set up anew at the next sign-in. Returns
    her id. Raises CodesNotRight, whatever of it is wrong, and PasswordTooWeak.
    """
    user = User.objects.filter(username=username.strip().lower(), is_active=True).first()
    asked = newest_for(user.pk) if user else None
    halves = (asked.half if asked else "", asked.second_half if asked else "")
    right = _all_match(halves, (first, second), two=asked is None or asked.kind in NEEDS_TWO)
    if user is None or asked is None or not right or not asked.holds(at):
        raise CodesNotRight()
    check_password(password, username=user.username)
    with of_council(asked.council_id):
        _give_back(at, user, asked, password)
    return user.pk


def _of_administrator(by: Actor, at: datetime, user_id: int) -> User:
    must_manage_users(by)
    if user_id == by.user_id:
        raise OwnAccount()
    must_look_after(by, {user_id})
    must_look_after_alone(by, at, user_id)
    user = User.objects.select_for_update(no_key=True).get(pk=user_id)
    if not user.is_active:
        raise AlreadySo()
    return user


def _ask(by: Actor, at: datetime, user: User, kind: RecoveryKind) -> Half:
    half, expires = _code(), at + opens_for(kind)
    row = Recovery.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        user=user,
        kind=kind,
        half=_hashed(half),
        expires=expires,
    )
    audit(by=by, at=at, action="asked", subject="recovery", subject_id=row.pk, why=kind)
    return Half(row.pk, half, expires)


def _give_back(at: datetime, user: User, asked: RecoveryFacts, password: str) -> None:
    by = Actor(user.pk, asked.council_id, user.display_name, None, frozenset())
    _use_once(by, at, asked.id)
    user.set_password(password)
    user.save(update_fields=["password"])
    if asked.kind is RecoveryKind.SECOND_STEP:
        Authenticator.objects.filter(user=user).delete()
    end_all_sessions([user.pk])
    audit(by=by, at=at, action="used", subject="recovery", subject_id=asked.id, why=asked.kind)


def _use_once(by: Actor, at: datetime, recovery_id: int) -> None:
    """Of two who send the same codes at the same moment one gets in: the key decides."""
    try:
        with transaction.atomic():
            RecoveryUse.objects.create(
                council_id=by.council_id, by_id=by.user_id, at=at, recovery_id=recovery_id
            )
    except IntegrityError:
        raise CodesNotRight() from None


def _is_old(asked: Recovery) -> bool:
    with across_councils():
        return Recovery.objects.filter(user_id=asked.user_id, pk__gt=asked.pk).exists()


def _code() -> str:
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def _typed(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter in ALPHABET)


def _hashed(code: str) -> str:
    return make_password(_typed(code)) if code else ""


def _all_match(kept: tuple[str, str], given: tuple[str, str], *, two: bool) -> bool:
    """Both halves are always tried, also for nobody, so that an answer's time tells nothing."""
    right = [_match(k, g) for k, g in zip(kept, given, strict=True)]
    return all(right) if two else right[0]


def _match(kept: str, given: str) -> bool:
    return matches(_typed(given), kept or _of_nobody()) and bool(kept)


@lru_cache(maxsize=1)
def _of_nobody() -> str:
    return make_password(secrets.token_urlsafe())
