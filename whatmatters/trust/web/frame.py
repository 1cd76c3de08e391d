"""What every page about one person's trust shows around itself."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, status
from whatmatters.people.queries import person
from whatmatters.rules.permissions import Relationship


@dataclass(frozen=True, slots=True)
class Frame:
    """The base, the name she chose, and the way back to her record."""

    base: str
    name: str
    is_own: bool
    person_id: int
    record_url: str
    back: str


def frame(request: Asked, person_id: int) -> Frame:
    """The frame for one reader, or Http404 where the council has no such person."""
    who = person(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    own = Relationship.SELF in request.sight.relationships
    return Frame(
        base="frontend/base_person.html" if own else "frontend/base.html",
        name=who.known_as,
        is_own=own,
        person_id=person_id,
        record_url=reverse("record", args=[person_id]),
        back=_("My record") if own else who.known_as,
    )


def shown(request: Asked, template: str, page: Frame, **more: object) -> HttpResponse:
    """One page; 422 where a form of it was refused."""
    context = {"page": page, **more}
    return render(request, f"trust/{template}.html", context, status=status(request))


def back_to(url_name: str, *args: int) -> HttpResponseRedirect:
    """After something was done."""
    return HttpResponseRedirect(reverse(url_name, args=args))
