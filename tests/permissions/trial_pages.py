"""Pages that only the walker's own tests have: one right, the others each wrong in one way."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from whatmatters.access.web import Asked, permitted, permitted_council
from whatmatters.config.urls import (  # noqa: F401
    handler400,
    handler403,
    handler404,
    handler500,
)
from whatmatters.config.urls import (
    urlpatterns as product,
)
from whatmatters.outcomes.models import Statement
from whatmatters.people.models import Person
from whatmatters.rules.permissions import Action


@permitted(Action.SEE_RECORD, person="person_id", post=Action.ANSWER_PLAN)
def right(request: Asked, person_id: int) -> HttpResponse:
    """Shows the words only to whom the table lets see them."""
    told = Person.objects.get(pk=person_id).known_as
    if Action.SEE_CONVERSATIONS in request.sight.actions:
        told += Statement.objects.get(conversation__person_id=person_id).words
    return HttpResponse(told)


@permitted(Action.SEE_RECORD, person="person_id", post=Action.ANSWER_PLAN)
def leaky(request: Asked, person_id: int) -> HttpResponse:
    """Shows everybody the words."""
    words = Statement.objects.get(conversation__person_id=person_id).words
    return HttpResponse(Person.objects.get(pk=person_id).known_as + words)


@permitted_council(Action.OPEN_HOME)
def unscoped(request: Asked, person_id: int) -> HttpResponse:
    """Forgets whose person it is."""
    found = Person.objects.filter(pk=person_id).first()
    return HttpResponse(found.known_as if found else "")


@permitted(Action.SEE_RECORD, person="person_id", post=Action.SEE_RECORD)
def breaks(request: Asked, person_id: int) -> HttpResponse:
    """Ends with an error that quotes her."""
    told = Person.objects.get(pk=person_id).known_as
    said = Statement.objects.get(conversation__person_id=person_id).words
    raise RuntimeError(f"{told}: {said}")


@permitted(Action.SEE_RECORD, person="person_id")
def leads(request: Asked, person_id: int) -> HttpResponse:
    """Leads to no page, to one that she may not read, and by a form that she may not send."""
    away = '<a href="/nowhere/"></a><a href="https://a.example/"></a><a href="/runs/#top"></a>'
    return HttpResponse(away + '<form method="post" action="/runs/propose/"></form>')


def undecided(request: HttpRequest, person_id: int) -> HttpResponse:
    """Has no mark."""
    return HttpResponse(Person.objects.get(pk=person_id).known_as)


urlpatterns = [
    *product,
    path("trial/right/<int:person_id>/", right, name="trial_right"),
    path("trial/leaky/<int:person_id>/", leaky, name="trial_leaky"),
    path("trial/unscoped/<int:person_id>/", unscoped, name="trial_unscoped"),
    path("trial/leads/<int:person_id>/", leads, name="trial_leads"),
    path("trial/breaks/<int:person_id>/", breaks, name="trial_breaks"),
    path("trial/undecided/<int:person_id>/", undecided, name="trial_undecided"),
]
