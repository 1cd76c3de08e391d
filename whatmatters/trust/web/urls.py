"""Addresses of who sees what of a person's record."""

from django.urls import path

from whatmatters.trust.web import sharing

urlpatterns = [
    path("people/<int:person_id>/sharing/", sharing.sharing, name="sharing"),
    path(
        "people/<int:person_id>/sharing/with/<int:user_id>/",
        sharing.sharing_with,
        name="sharing_with",
    ),
    path(
        "people/<int:person_id>/sharing/organisation/",
        sharing.sharing_organisation,
        name="sharing_organisation",
    ),
]
