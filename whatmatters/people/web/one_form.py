"""A page with one form about one person: sent once, refused beside its question."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from whatmatters.access.services import take_once, taken_before
from whatmatters.access.web import Asked, status
from whatmatters.frontend.forms import PageForm
from whatmatters.people.queries import person as person_of
from whatmatters.rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class ActPage:
    """One page: its title and lead, the words of its button, and what to say without a form."""

    title: str | Promise
    lead: str
    send: str
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """Where a page stands: its frame, the way back, and how its context says why not.

    `beside`: the question that a refusal belongs to, by its code.
    """

    base: str
    back: str
    back_words: str
    refused: Callable[[Refusal], str]
    beside: Mapping[str, str] = field(default_factory=dict)


def written(
    request: Asked,
    form: PageForm,
    verb: Callable[[], int],
    around: Around,
    before: Callable[[], None] | None = None,
) -> int | None:
    """What the verb made, or None where it was refused: then the form says why.

    `before` is what takes long and writes nothing: done outside the transaction of the verb.
    """
    token = form.cleaned_data["form_token"]
    try:
        if before is not None and taken_before(by=request.actor, token=token) is None:
            before()
        return take_once(by=request.actor, at=request.at, token=token, verb=verb)
    except Refusal as refusal:
        found = str(refusal.params.get("field", around.beside.get(refusal.code, "")))
        form.refuse(around.refused(refusal), found if found in form.fields else None)
        return None


def act_page(
    request: Asked,
    person_id: int,
    form: PageForm | None,
    verb: Callable[[], int],
    page: ActPage,
    around: Around,
) -> HttpResponse:
    """The page; what is kept leads back."""
    sent = form is not None and request.method == "POST" and form.is_valid()
    if form is not None and sent and written(request, form, verb, around) is not None:
        messages.success(request, _("This is kept."))
        return redirect(around.back)
    return shown(request, person_id, form, page, around)


def shown(
    request: Asked, person_id: int, form: PageForm | None, page: ActPage, around: Around
) -> HttpResponse:
    """The page with its form, or with what to say without one."""
    who = person_of(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    told = {"name": who.known_as, "form": form, "page": page, "around": around}
    return render(request, "people/one_form.html", told, status=status(request))
