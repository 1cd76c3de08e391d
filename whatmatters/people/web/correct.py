"""Putting right who somebody is: what stood before is kept, and she is nobody else's double."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.access.web.again import is_again
from whatmatters.people.queries import PersonFacts, person, possible_duplicates
from whatmatters.people.queries.corrections import newest_correction
from whatmatters.people.services import PutRight, put_person_right
from whatmatters.people.web.correct_form import CorrectForm, initial
from whatmatters.people.web.correct_shown import corrections_shown
from whatmatters.people.web.refusal_words import refusal_words
from whatmatters.people.web.register import field_of, which_of
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


@permitted(
    Action.CORRECT_PERSON,
    person="person_id",
    post=Action.CORRECT_PERSON,
    called=gettext_lazy("Name, birthday, language and home"),
)
def person_correct(request: Asked, person_id: int) -> HttpResponse:
    """One form; where a new name or birthday is somebody else's, one more question."""
    council_id = request.actor.council_id
    who = person(person_id, council_id=council_id)
    if who is None:
        raise Http404
    if is_again(request):
        return redirect("record", person_id=person_id)
    written = initial(who, newest_correction(council_id, person_id))
    form = CorrectForm(sent(request), council_id=council_id, initial=written)
    if not form.is_valid():
        return _page(request, form, who, status(request))
    found = _alike(form, who)
    if not found:
        return _kept(request, form, who, ())
    which = which_of(request, form, found)
    if not which.is_valid():
        told = {"form": form, "which": which, "page_has_errors": bool(which.errors), "person": who}
        return render(
            request, "people/register_which.html", told, status=422 if which.is_bound else 200
        )
    same = which.chosen()
    if same is None:
        return _kept(request, form, who, tuple(other.id for other in found))
    words = _("Nothing was put right: %(name)s has a record of their own. Ask who works with them.")
    named = next(other.full_name for other in found if other.id == same)
    messages.info(request, words % {"name": named})
    return redirect("record", person_id=person_id)


def _alike(form: CorrectForm, who: PersonFacts) -> tuple[PersonFacts, ...]:
    """Others whom she may be, by what is new of her; nobody where her name and birthday stay."""
    told = form.cleaned_data
    known_as = told["known_as"] or told["full_name"]
    now = (told["full_name"], known_as, told["born"])
    if now == (who.full_name, who.known_as, who.born):
        return ()
    found = possible_duplicates(who.council_id, told["full_name"], told["born"], told["known_as"])
    return tuple(other for other in found if other.id != who.id)


def _kept(
    request: Asked, form: CorrectForm, who: PersonFacts, is_not: tuple[int, ...]
) -> HttpResponse:
    by, at = request.actor, request.at
    given = PutRight(form.corrected(who.id), seen=form.cleaned_data["seen"], is_not=is_not)
    verb = partial(put_person_right, by=by, at=at, on=request.today, given=given)
    try:
        take_once(by=by, at=at, token=form.cleaned_data["form_token"], verb=verb)
    except Refusal as refusal:
        form.refuse(refusal_words(refusal), field_of(refusal, form))
        return _page(request, form, who, 422)
    messages.success(request, _("Kept. What stood there before is kept beside it."))
    return redirect("record", person_id=who.id)


def _page(request: Asked, form: CorrectForm, who: PersonFacts, status: int) -> HttpResponse:
    before = corrections_shown(who.council_id, who.id)
    context = {"form": form, "person": who, "before": before}
    return render(request, "people/correct.html", context, status=status)
