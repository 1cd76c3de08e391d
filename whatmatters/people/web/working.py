"""Who works with a person: listed with since when, given from one's own body, ended."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import may
from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.access.web.again import is_again
from whatmatters.frontend.forms import PageForm
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.people.queries import person
from whatmatters.people.queries.working import may_be_given
from whatmatters.people.services import end_working, give_worker
from whatmatters.people.web.refusal_words import refusal_words
from whatmatters.people.web.working_forms import EndForm, GiveForm
from whatmatters.people.web.working_shown import working_shown
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.refusals import Refusal


@permitted(Action.SEE_WORKERS, person="person_id")
def workers(request: Asked, person_id: int) -> HttpResponse:
    """Everybody who works with her, for whom, since when and who said so."""
    own = Relationship.SELF in request.sight.relationships
    found = working_shown(request, person_id)
    part = paging(ListForm(request.GET), len(found))
    return _page(
        request,
        "workers",
        person_id,
        base="frontend/base_person.html" if own else "frontend/base.html",
        own=own,
        rows=found[part.start : part.start + PER_PAGE],
        paging=part,
        may_give=Action.GIVE_WORKER in request.sight.actions,
    )


@permitted(
    Action.GIVE_WORKER,
    person="person_id",
    post=Action.GIVE_WORKER,
    called=gettext_lazy("Somebody to work with a person"),
)
def worker_give(request: Asked, person_id: int) -> HttpResponse:
    """Somebody of the reader's own body."""
    if is_again(request):
        return redirect("workers", person_id=person_id)
    offered = may_be_given(request.actor, request.today)
    form = GiveForm(sent(request), offered=offered, initial={"starts": request.today})
    by, at, on = request.actor, request.at, request.today

    def verb() -> int:
        return give_worker(by=by, at=at, on=on, given=form.given(person_id))

    if form.is_valid() and _kept(request, form, verb):
        messages.success(request, _("Kept. They open the record from that day."))
        return redirect("workers", person_id=person_id)
    return _page(request, "worker_give", person_id, form=form, offered=offered)


@permitted(
    Action.GIVE_WORKER,
    person="person_id",
    post=Action.GIVE_WORKER,
    called=gettext_lazy("Somebody to work with a person no longer"),
)
def worker_end(request: Asked, person_id: int) -> HttpResponse:
    """One of those whose work with her this reader may end; the address may name which."""
    if is_again(request):
        return redirect("workers", person_id=person_id)
    ending = [row for row in working_shown(request, person_id) if row.may_end]
    offered = {row.id: row.named for row in ending}
    form = EndForm(sent(request), offered=offered, initial={"who": request.GET.get("who", "")})
    by, at, on = request.actor, request.at, request.today
    if form.is_valid():
        verb = partial(
            end_working,
            by=by,
            at=at,
            on=on,
            assignment_id=int(form.cleaned_data["who"]),
            last_day=form.last(),
        )
        if _kept(request, form, verb):
            messages.success(request, _("Kept. After that they open the record no longer."))
            still = may(by, Action.SEE_WORKERS, person_id, on)
            return redirect("workers", person_id=person_id) if still else redirect("person_list")
    return _page(request, "worker_end", person_id, form=form, offered=offered)


def _kept(request: Asked, form: PageForm, verb: Callable[[], int]) -> bool:
    """Whether it is kept now; sent twice, it is kept once."""
    token = form.cleaned_data["form_token"]
    try:
        take_once(by=request.actor, at=request.at, token=token, verb=verb)
    except Refusal as refusal:
        field = str(refusal.params.get("field", ""))
        if refusal.code == "ends_before_it_starts":
            field = "last_day"
        form.refuse(refusal_words(refusal), field if field in form.fields else None)
        return False
    return True


def _page(request: Asked, template: str, person_id: int, **more: object) -> HttpResponse:
    who = person(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    context = {"person": who, **more}
    return render(request, f"people/{template}.html", context, status=status(request))
