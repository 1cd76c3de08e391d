"""Staff need a second factor everywhere except in a database marked demo."""

import time

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_used
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode

from whatmatters.access.queries import Actor, acting, is_demo
from whatmatters.access.web.asked import installation_of
from whatmatters.access.web.open_pages import ENROL, PROVE
from whatmatters.access.web.sealing import opened, sealed
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import needs_second_factor
from whatmatters.rules.roles import InstallationKind

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def missing(request: HttpRequest, actor: Actor, page: str) -> HttpResponse | None:
    """Where to send staff whose session has no second factor yet; None when all is well.

    Whoever has a factor must prove it. A session opened with the password alone before the factor
    was set up cannot add another one.
    """
    if not needs_second_factor(actor.roles):
        return None
    if installation_of(request).kind == InstallationKind.DEMO or _proved(request):
        return None
    has_one = is_mfa_enabled(request.user, FACTORS)
    if page in (PROVE if has_one else ENROL):
        return None
    target = redirect(_where(request) if has_one else "mfa_activate_totp")
    if has_one and request.method == "GET":
        target["Location"] += "?" + urlencode({"next": request.get_full_path()})
    return target


def _where(request: HttpRequest) -> str:
    """The page that asks for what they have: a code, or for a key alone the key."""
    has_codes = is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
    return "mfa_reauthenticate" if has_codes else "mfa_reauthenticate_webauthn"


def _proved(request: HttpRequest) -> bool:
    """Whether this session has passed the second factor, and the user still has one."""
    records = get_authentication_records(request, request.user)
    return any(r.get("method") == "mfa" for r in records)


def fresh_without_factor(request: HttpRequest) -> bool:
    """Whether they signed in a moment ago, and have no second factor that could be asked for.

    Setting one up at the first sign-in does not ask for the password twice.
    """
    if is_mfa_enabled(request.user, FACTORS):
        return False
    times = [r["at"] for r in get_authentication_records(request, request.user)]
    return bool(times) and time.time() - times[-1] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


@receiver(authenticator_added, dispatch_uid="second_factor_set_up")
def _set_up(request: HttpRequest, authenticator: Authenticator, **_: object) -> None:
    """Whoever has just set up a factor has just shown that they have it; the session is new."""
    if authenticator.type in FACTORS:
        told = {"type": authenticator.type, "reauthenticated": True}
        record_authentication(request, request.user, "mfa", **told)
        request.session.cycle_key()


@receiver(authenticator_used, dispatch_uid="second_factor_proved")
def _proved_again(request: HttpRequest, reauthenticated: bool, **_: object) -> None:
    """A session that gains power becomes a new one."""
    if reauthenticated:
        request.session.cycle_key()


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Staff cannot take away their last second factor."""

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether this factor may go: not staff's last one, unless this is a demonstration."""
        if authenticator.type not in FACTORS or is_demo():
            return True
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS)
        if others.exclude(pk=authenticator.pk).exists():
            return True
        return not _is_staff(authenticator.user)

    def encrypt(self, text: str) -> str:
        """Seeds and codes are not kept in the clear."""
        return sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        """What `encrypt` sealed."""
        return opened(encrypted_text)

    def get_totp_issuer(self) -> str:
        """The name that an authenticator app shows."""
        return "What Matters"


def _is_staff(user: AbstractBaseUser) -> bool:
    from django.utils import timezone

    actor = acting(user.pk, on=london_day(timezone.now()))
    return actor is not None and needs_second_factor(actor.roles)
