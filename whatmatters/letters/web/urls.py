"""Addresses of letters."""

from django.urls import path

from whatmatters.letters.web import (
    answering,
    carer_support,
    letter_list,
    letter_page,
    message_list,
    telling,
)

urlpatterns = [
    path("people/<int:person_id>/tell/", telling.tell, name="tell"),
    path("people/<int:person_id>/complain/", telling.complain, name="complain"),
    path(
        "people/<int:person_id>/carer-support/", carer_support.carer_support, name="carer_support"
    ),
    path("carer-support/<int:request_id>/", answering.carer_request, name="carer_request"),
    path("messages/", message_list.message_list, name="message_list"),
    path("messages/<int:message_id>/", answering.message, name="message"),
    path("complaints/<int:complaint_id>/", answering.complaint, name="complaint"),
    path("letters/", letter_list.letter_list, name="letter_list"),
    path("letters/<int:letter_id>/", letter_page.letter, name="letter"),
    path(
        "letters/organisations/<int:to_organisation_id>/",
        letter_page.organisation_letter,
        name="organisation_letter",
    ),
]
