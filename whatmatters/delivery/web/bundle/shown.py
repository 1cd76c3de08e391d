"""What the four pages of a bundle share: whose it is, its one form, and what is refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, status
from whatmatters.delivery.queries import BundleRow, bundles_of
from whatmatters.delivery.web.bank_words import bank_refused
from whatmatters.frontend.forms import PageForm
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class BundlePage:
    """One page: its title and lead, the words of its button, and what to say without a form."""

    title: str
    lead: str
    send: str
    nothing: str
    more: Mapping[str, Any] = field(default_factory=dict)


def newest_bundle(request: Asked, person_id: int) -> BundleRow | None:
    """The newest bundle that has begun; of a provider's reader, its own."""
    provider_id = request.sight.provider_id
    rows = bundles_of(request.actor.council_id, person_id, provider_id=provider_id)
    return next((row for row in reversed(rows) if row.starts <= request.today), None)


def taken(
    request: Asked,
    form: PageForm,
    verb: Callable[[], int],
    beside: Mapping[str, str],
) -> bool:
    """Whether the service took the form; what it refused is shown beside its question."""
    try:
        token = form.cleaned_data["form_token"]
        take_once(by=request.actor, at=request.at, token=token, verb=verb)
    except Refusal as refusal:
        named = beside.get(refusal.code) or str(refusal.params.get("field", ""))
        form.refuse(bank_refused(refusal), named if named in form.fields else None)
        return False
    return True


def shown(request: Asked, person_id: int, form: PageForm | None, page: BundlePage) -> HttpResponse:
    """The page with its form, or with what to do first."""
    who = person_of(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    base = "frontend/base_person.html" if is_own(request.sight) else "frontend/base.html"
    told = {
        "base": base,
        "name": who.known_as,
        "person_id": person_id,
        "form": form,
        "page": page,
        **page.more,
    }
    return render(request, "delivery/bundle.html", told, status=status(request))
