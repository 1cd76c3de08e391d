"""Signing in through a body's own identity provider: only somebody who has an account here.

The claim finds the account the first time; from then on the provider's own number of the person
(`sub`) does, so that a name given to somebody else later does not open the account.
"""

from typing import Any, NoReturn

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthError
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from whatmatters.access.queries.outside import account_named, linked_elsewhere, speaks_for
from whatmatters.access.web.asked import moment_of
from whatmatters.access.web.outside_words import REFUSALS
from whatmatters.rules.days import london_day
from whatmatters.rules.identity import IdentityProvider

OUTSIDE = "outside"


class OutsideAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Nobody gets an account by it; every refusal is a page of ours."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account here, or refuse; keep nothing of the claims but the number."""
        provider = configured(sociallogin.account.provider)
        claims = _claims(sociallogin.account.extra_data)
        sociallogin.account.extra_data = {}
        known = sociallogin.is_existing
        user = sociallogin.user if known else account_named(str(claims.get(provider.claim, "")))
        if user is None:
            _refuse(request, "no_account")
        if not user.is_active:
            _refuse(request, "closed")
        on = london_day(moment_of(request))
        if not speaks_for(user.pk, provider.council, provider.organisation, on):
            _refuse(request, "not_of_this_body")
        if not known and linked_elsewhere(user.pk, provider.id, sociallogin.account.uid):
            _refuse(request, "somebody_else")
        if known:
            sociallogin.account.save(update_fields=["extra_data"])
        else:
            sociallogin.connect(request, user)
        if set(provider.second_factor) & _factors(claims):
            record_authentication(request, user, "mfa", type=OUTSIDE)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """None: the page of the account tells what was done to it."""

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: object,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """The provider said no, or could not be asked."""
        no = error in (AuthError.CANCELLED, AuthError.DENIED)
        _refuse(request, "cancelled" if no else "failed")


class SecondStep(AuthenticateStage):  # type: ignore[misc]
    """allauth's second step, but not after one at a provider whose word counts."""

    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        if any(r.get("method") == "mfa" and r.get("type") == OUTSIDE for r in records):
            return False
        needed: bool = super()._should_handle(request)
        return needed


def configured(provider_id: str) -> IdentityProvider:
    """The provider of this name. Http404 where none is configured."""
    providers: tuple[IdentityProvider, ...] = settings.IDENTITY_PROVIDERS
    found = next((one for one in providers if one.id == provider_id), None)
    if found is None:
        raise Http404
    return found


def _claims(data: dict[str, Any]) -> dict[str, Any]:
    """Of the signed token first, then what was asked for beside it."""
    return {**data.get("userinfo", {}), **data.get("id_token", {})}


def _factors(claims: dict[str, Any]) -> set[str]:
    amr, acr = claims.get("amr", []), claims.get("acr", "")
    return {str(value) for value in (amr if isinstance(amr, list) else [amr])} | {str(acr)}


def _refuse(request: HttpRequest, why: str) -> NoReturn:
    raise ImmediateHttpResponse(refusal(request, why))


def refusal(request: HttpRequest, why: str) -> HttpResponse:
    """A page that says why nobody is signed in, and what to do."""
    title, told = REFUSALS[why]
    return render(request, "access/outside.html", {"title": title, "told": told}, status=403)
