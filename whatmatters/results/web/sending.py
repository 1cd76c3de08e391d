"""A form about a contract's results: found, sent once, refused beside its question."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from whatmatters.access.queries import own_organisation_only
from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, status
from whatmatters.frontend.forms import PageForm
from whatmatters.results.queries import SchemeFacts, schemes
from whatmatters.results.web.refused import BESIDE, refused_words
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


def found_scheme(request: Asked, results_id: int) -> SchemeFacts:
    """A contract whose results this reader may see. Http404 otherwise."""
    own = own_organisation_only(request.actor, Action.SEE_RESULTS)
    held = schemes(request.actor.council_id, ids=[results_id], provider_id=own)
    if not held:
        raise Http404
    return held[0]


def found_period(request: Asked, results_id: int, measured: int) -> SchemeFacts:
    """The same, of which a measured period is over. Http404 otherwise."""
    scheme = found_scheme(request, results_id)
    if measured not in dict(scheme.over_by(request.today)):
        raise Http404
    return scheme


def form_page(
    request: Asked,
    form: PageForm,
    verb: Callable[[], int],
    said: Mapping[str, object],
    scheme: SchemeFacts | None = None,
) -> HttpResponse:
    """A page with one form; what is kept leads to the contract's results."""
    if request.method == "POST" and form.is_valid():
        token = form.cleaned_data["form_token"]
        try:
            made = take_once(by=request.actor, at=request.at, token=token, verb=verb)
        except Refusal as refusal:
            field = str(refusal.params.get("field", BESIDE.get(refusal.code, "")))
            form.refuse(refused_words(refusal), field if field in form.fields else None)
        else:
            messages.success(request, _("This is kept."))
            return redirect("result_scheme", results_id=made)
    context = {"form": form, "scheme": scheme, **said}
    return render(request, "results/enter.html", context, status=status(request))
