"""The frame of a page with one small form about a person."""

from dataclasses import dataclass, field

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.frontend.forms import PageForm
from whatmatters.outcomes.web.sent import status
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import PersonFacts, person


@dataclass(frozen=True, slots=True)
class VerbPage:
    """`leads`: what to know first. `said`: somebody's own words that this is about.

    `closed`: why nothing can be sent, or empty.
    """

    base: str
    title: str
    send: str
    back: str
    back_url: str
    leads: tuple[str, ...] = ()
    said: tuple[str, ...] = field(default=())
    closed: str = ""


def person_read(request: Asked, person_id: int) -> PersonFacts:
    """The person of the page, or Http404."""
    who = person(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    return who


def record_verb(
    request: Asked,
    who: PersonFacts,
    *,
    title: str,
    send: str,
    leads: tuple[str, ...] = (),
    closed: str = "",
    anchor: str = "happening",
) -> VerbPage:
    """A page that leads back to the person's record."""
    own = is_own(request.sight)
    return VerbPage(
        base="frontend/base_person.html" if own else "frontend/base.html",
        title=title,
        send=send,
        back=_("My record") if own else who.known_as,
        back_url=f"{reverse('record', args=[who.id])}#{anchor}",
        leads=leads,
        closed=closed,
    )


def plan_verb(
    request: Asked,
    version_id: int,
    *,
    title: str,
    send: str,
    leads: tuple[str, ...] = (),
    said: tuple[str, ...] = (),
    closed: str = "",
) -> VerbPage:
    """A page that leads back to a version of a plan."""
    return VerbPage(
        base="frontend/base_person.html" if is_own(request.sight) else "frontend/base.html",
        title=title,
        send=send,
        back=_("Back to the plan"),
        back_url=reverse("plan_version", args=[version_id]),
        leads=leads,
        said=said,
        closed=closed,
    )


def shown(request: Asked, page: VerbPage, form: PageForm) -> HttpResponse:
    """The page with its form, or with why nothing can be sent."""
    told = {"page": page, "form": form}
    return render(request, "outcomes/verb.html", told, status=status(request))
