"""Addresses of the administrator's pages, under /accounts/."""

from django.urls import path

from whatmatters.access.web.administering import giving, organisation, recovering, trail
from whatmatters.access.web.administering import user_pages as users

urlpatterns = [
    path("", users.user_list, name="user_list"),
    path("new/", giving.user_add, name="user_add"),
    path("done/", trail.trail, name="account_trail"),
    path("organisation/", organisation.organisation, name="organisation"),
    path("lost/", recovering.recovery_list, name="recovery_list"),
    path("lost/<int:recovery_id>/", recovering.recovery, name="recovery"),
    path("<int:account_id>/", users.user, name="user"),
    path("<int:account_id>/first-code/", recovering.user_first_code, name="user_first_code"),
    path("<int:account_id>/lost/", recovering.user_recover, name="user_recover"),
    path("<int:account_id>/closed/", giving.user_close, name="user_close"),
    path("<int:account_id>/roles/give/", giving.user_role_give, name="user_role_give"),
    path(
        "<int:account_id>/roles/<int:membership_id>/end/",
        giving.user_role_end,
        name="user_role_end",
    ),
]
