"""A first page and a record, for trying sign-in before and apart from the real ones."""

from django.http import HttpResponse
from django.urls import path

from whatmatters.access.web import Asked, permitted, permitted_council
from whatmatters.config.urls import urlpatterns as product
from whatmatters.rules.permissions import Action


@permitted_council(Action.OPEN_HOME)
def first(request: Asked) -> HttpResponse:
    """Says who asks, when and on which day."""
    return HttpResponse(f"{request.actor.name} {request.at.isoformat()} {request.today}")


@permitted(Action.SEE_RECORD, person="person_id")
def record(request: Asked, person_id: int) -> HttpResponse:
    """Says why the reader may look."""
    return HttpResponse(f"{request.sight.why} {request.sight.provider_id}")


urlpatterns = [
    path("trial/first/", first, name="trial_first"),
    path("trial/<int:person_id>/", record, name="trial_record"),
    *product,
]
