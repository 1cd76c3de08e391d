"""Addresses of sign-in, under /sign-in/. Only what is used of allauth is reachable."""

from allauth.account import views as account
from django.urls import include, path

from whatmatters.access.web import views

urlpatterns = [
    path("", account.login, name="account_login"),
    path("out/", account.logout, name="account_logout"),
    path("closed/", account.signup, name="account_signup"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("forgotten/", views.forgotten, name="account_reset_password"),
    path("none-yet/", views.forgotten, name="account_set_password"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("second-factor/", include("allauth.mfa.urls")),
]
