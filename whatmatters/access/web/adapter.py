"""How allauth signs people in here: nobody makes an account, and each sign-in is written down."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from whatmatters.access.services import audit
from whatmatters.access.web import attempts, known_device
from whatmatters.access.web.asked import actor_of, moment_of
from whatmatters.access.web.recovery_notice import tell_of_recoveries
from whatmatters.access.web.second_factor import fresh_without_factor
from whatmatters.frontend import language

NOWHERE = "0.0.0.0"
SECOND_STEP = {"allauth.mfa.stages.AuthenticateStage": "whatmatters.access.web.outside.SecondStep"}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are given by an administrator (`whatmatters user add`)."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The user name or the password is not right"),
        "incorrect_password": _("The password is not right"),
        "enter_current_password": _("The current password is not right"),
        "incorrect_code": _("The code is not right"),
        "too_many_login_attempts": _("There have been too many tries. Try again later."),
        "rate_limited": _("There have been too many tries. Try again later."),
        "account_inactive": _("This account is closed."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The reader's address; behind a local socket there is none, and all stand under one.

        Until somebody is signed in allauth counts tries by it, so a known browser stands for
        itself: a flood from the same address stops nobody there. What is kept of a session comes
        after sign-in, and is the address.
        """
        of = attempts.address if request.user.is_authenticated else attempts.origin
        return of(request) or NOWHERE

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """By name and address: by name alone anybody could lock a victim out everywhere."""
        return f"{attempts.name(request, credentials)}@{attempts.address(request)}"

    def get_login_stages(self) -> list[str]:
        """allauth's, but our second step."""
        return [SECOND_STEP.get(stage, stage) for stage in super().get_login_stages()]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not of somebody who has just signed in and has no second factor to prove yet."""
        return not fresh_without_factor(context.request)

    def post_login(
        self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any
    ) -> HttpResponse:
        """Go on in the reader's own language."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        actor = actor_of(request)
        if actor is not None:
            language.set_on(response, actor.language)
            at = moment_of(request)
            audit(by=actor, at=at, action="signed_in", subject="user", subject_id=actor.user_id)
            tell_of_recoveries(request, actor, at)
        known_device.know(request, response, user.get_username())
        return response
