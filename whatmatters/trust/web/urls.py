"""Addresses of who sees what of a person's record."""

from django.urls import path

from whatmatters.trust.web import address, close, deciding, emergency, looks, sharing

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
    path("people/<int:person_id>/address/", address.address, name="address"),
    path("people/<int:person_id>/looks/", looks.looks, name="looks"),
    path("people/<int:person_id>/changes/", looks.changes, name="changes"),
    path("people/<int:person_id>/deciders/", deciding.deciders, name="deciders"),
    path("people/<int:person_id>/deciders/new/", deciding.decider_new, name="decider_new"),
    path("people/<int:person_id>/accounts/", close.close_people, name="close_people"),
    path("people/<int:person_id>/accounts/new/", close.let_in_new, name="let_in_new"),
    path("emergency/", emergency.emergency_open, name="emergency_open"),
    path("emergency/openings/", emergency.opening_list, name="opening_list"),
    path("emergency/openings/<int:opening_id>/", emergency.opening_review, name="opening_review"),
]
