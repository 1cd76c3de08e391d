"""The frame of a page about one person on which somebody writes something."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import PersonFacts, person


@dataclass(frozen=True, slots=True)
class PersonPage:
    """The frame: whose page it is, what they are called, and where back leads."""

    base: str
    person: PersonFacts
    name: str
    is_own: bool
    back: str
    record_url: str


def person_page(request: Asked, anchor: str = "") -> PersonPage:
    """The frame for the reader of a decided request; back leads to a part of the record."""
    facts = person(request.sight.person_id, council_id=request.actor.council_id)
    if facts is None:
        raise Http404
    own = is_own(request.sight)
    return PersonPage(
        base="frontend/base_person.html" if own else "frontend/base.html",
        person=facts,
        name=facts.known_as,
        is_own=own,
        back=_("My record") if own else _("%(name)s’s record") % {"name": facts.known_as},
        record_url=reverse("record", args=[facts.id]) + (f"#{anchor}" if anchor else ""),
    )
