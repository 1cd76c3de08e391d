"""Addresses of letters."""

from django.urls import path

from whatmatters.letters.web import letter_list, letter_page

urlpatterns = [
    path("letters/", letter_list.letter_list, name="letter_list"),
    path("letters/<int:letter_id>/", letter_page.letter, name="letter"),
    path(
        "letters/organisations/<int:to_organisation_id>/",
        letter_page.organisation_letter,
        name="organisation_letter",
    ),
]
