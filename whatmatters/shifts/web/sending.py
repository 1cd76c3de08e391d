"""A form about a contract's shifts: found, sent once, refused beside its question."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from whatmatters.access.queries import own_organisation_only
from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, status
from whatmatters.frontend.forms import PageForm
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.shifts.queries import SchemeFacts, schemes
from whatmatters.shifts.web.refused import BESIDE, refused_words


def found_scheme(request: Asked, shifts_id: int) -> SchemeFacts:
    """A contract whose shifts this reader may see. Http404 otherwise."""
    own = own_organisation_only(request.actor, Action.SEE_SHIFTS)
    held = schemes(request.actor.council_id, request.today, ids=[shifts_id], body_id=own)
    if not held:
        raise Http404
    return held[0]


def form_page(
    request: Asked,
    form: PageForm,
    verb: Callable[[], int],
    said: Mapping[str, object],
    scheme: SchemeFacts | None = None,
) -> HttpResponse:
    """A page with one form; what is kept leads to the contract's shifts."""
    if request.method == "POST" and form.is_valid():
        token = form.cleaned_data["form_token"]
        try:
            made = take_once(by=request.actor, at=request.at, token=token, verb=verb)
        except Refusal as refusal:
            field = _tier(form, refusal) or BESIDE.get(refusal.code, "")
            field = str(refusal.params.get("field", field))
            form.refuse(refused_words(refusal), field if field in form.fields else None)
        else:
            messages.success(request, _("This is kept."))
            return redirect("shift_scheme", shifts_id=scheme.id if scheme else made)
    context = {"form": form, "scheme": scheme, **said}
    return render(request, "shifts/enter.html", context, status=status(request))


def _tier(form: PageForm, refusal: Refusal) -> str:
    """The rate of the tier that is refused, where the form has a row of it."""
    for name, said in form.cleaned_data.items():
        if name.startswith("tier_") and said and said == refusal.params.get("tier"):
            return name.replace("tier", "rate")
    return ""
