"""Addresses of delivery plans."""

from django.urls import path

from whatmatters.rota.web import answering, pages, writing

urlpatterns = [
    path("people/<int:person_id>/visits/", pages.delivery, name="delivery"),
    path("people/<int:person_id>/visits/write/", pages.delivery_write, name="delivery_write"),
    path("people/<int:person_id>/visits/who/", writing.delivery_who, name="delivery_who"),
    path(
        "people/<int:person_id>/visits/<int:visit_number>/",
        writing.delivery_visit,
        name="delivery_visit",
    ),
    path(
        "people/<int:person_id>/quiet-times/<int:visit_number>/",
        writing.delivery_quiet,
        name="delivery_quiet",
    ),
    path("visits/<int:delivery_id>/answer/", answering.delivery_answer, name="delivery_answer"),
]
