"""Addresses of charging."""

from django.urls import path

from whatmatters.charging.web import entering, laboratory, lasting, statement_page

urlpatterns = [
    path("charging/compare/", laboratory.charging_laboratory, name="charging_laboratory"),
    path("people/<int:person_id>/charges/", statement_page.charges, name="charges"),
    path("people/<int:person_id>/how-long-money-lasts/", lasting.money_lasts, name="money_lasts"),
    path(
        "people/<int:person_id>/charges/assessment/",
        entering.charges_assessment,
        name="charges_assessment",
    ),
    path(
        "people/<int:person_id>/charges/arrangement/",
        entering.charges_arrangement,
        name="charges_arrangement",
    ),
    path("people/<int:person_id>/charges/weeks/", entering.charges_weeks, name="charges_weeks"),
]
