"""Addresses of direct payments."""

from django.urls import path

from whatmatters.direct_payments.web import (
    buying,
    ending,
    introducing,
    introduction,
    listed,
    looking,
    opening,
    statement,
    writing,
)

urlpatterns = [
    path("people/<int:person_id>/direct-payments/", listed.direct_list, name="direct_list"),
    path("people/<int:person_id>/direct-payments/open/", opening.direct_open, name="direct_open"),
    path("direct-payments/<int:direct_id>/", statement.direct, name="direct"),
    path("direct-payments/<int:direct_id>/write/", writing.direct_write, name="direct_write"),
    path("direct-payments/<int:direct_id>/strike/", writing.direct_strike, name="direct_strike"),
    path("direct-payments/<int:direct_id>/look/", looking.direct_look, name="direct_look"),
    path("direct-payments/<int:direct_id>/end/", ending.direct_end, name="direct_end"),
    path(
        "direct-payments/<int:direct_id>/introduce/",
        introducing.direct_introduce,
        name="direct_introduce",
    ),
    path("introductions/<int:introduction_id>/", introduction.introduction, name="introduction"),
    path(
        "introductions/<int:introduction_id>/hours/",
        buying.introduction_hours,
        name="introduction_hours",
    ),
    path(
        "introductions/<int:introduction_id>/end/",
        introducing.introduction_end,
        name="introduction_end",
    ),
]
