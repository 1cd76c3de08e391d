"""Addresses of sign-in, under /sign-in/. Only what is used of allauth is reachable."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from django.urls import include, path

from whatmatters.access.web import keys, views, with_codes

SECOND_FACTOR = [
    path("", factor.index, name="mfa_index"),
    path("authenticate/", factor.authenticate, name="mfa_authenticate"),
    path("reauthenticate/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("totp/", include("allauth.mfa.totp.urls")),
    path("recovery-codes/", include("allauth.mfa.recovery_codes.urls")),
    path("webauthn/", include(keys.urlpatterns)),
]

urlpatterns = [
    path("", account.login, name="account_login"),
    path("out/", account.logout, name="account_logout"),
    path("leave/", views.leave_at_once, name="leave_at_once"),
    path("closed/", account.signup, name="account_signup"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("with-codes/", with_codes.with_codes, name="sign_in_with_codes"),
    path("forgotten/", views.forgotten, name="account_reset_password"),
    path("none-yet/", views.forgotten, name="account_set_password"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("outside/", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("second-factor/", include(SECOND_FACTOR)),
]
