"""Registering somebody: who she is, and first whether she is here already."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import is_demo, may
from whatmatters.access.queries.names import user_names
from whatmatters.access.services import take_once, taken_before
from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.people.queries import PersonFacts, assigned, possible_duplicates
from whatmatters.people.services import RegisteredOne, recognise_person, register_one
from whatmatters.people.web.refusal_words import refusal_words
from whatmatters.people.web.register_form import RegisterForm, WhichForm
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Origin, Role


@permitted_council(
    Action.REGISTER_PERSON,
    post=Action.REGISTER_PERSON,
    called=gettext_lazy("Register a person"),
)
def person_register(request: Asked) -> HttpResponse:
    """Six questions; where somebody alike is here already, one more before anybody is made."""
    form = RegisterForm(sent(request), council_id=request.actor.council_id)
    if not form.is_valid():
        return render(request, "people/register.html", {"form": form}, status=status(request))
    token = form.cleaned_data["form_token"]
    # Sent twice, she would be found to be alike to herself.
    again = taken_before(by=request.actor, token=token) is not None
    found = () if again else _alike(request, form)
    if not found:
        return _registered(request, form, ())
    which = which_of(request, form, found)
    if not which.is_valid():
        told = {"form": form, "which": which, "page_has_errors": bool(which.errors)}
        shown = 422 if which.is_bound else 200
        return render(request, "people/register_which.html", told, status=shown)
    same = which.chosen()
    if same is None:
        return _registered(request, form, tuple(person.id for person in found))
    return _recognised(request, form, next(p for p in found if p.id == same))


def _alike(request: Asked, form: RegisterForm) -> tuple[PersonFacts, ...]:
    told = form.cleaned_data
    return possible_duplicates(
        request.actor.council_id, told["full_name"], told["born"], told["known_as"]
    )


def which_of(request: Asked, form: RegisterForm, found: tuple[PersonFacts, ...]) -> WhichForm:
    """The second question; answered only where its own page was sent."""
    held = assigned([person.id for person in found], request.today)
    names = user_names(user for users in held.values() for user in users)
    workers = {pk: ", ".join(names[user] for user in users) for pk, users in held.items()}
    data = request.POST if "asked" in request.POST else None
    return WhichForm(data, found=found, born=form.cleaned_data["born"], workers=workers)


def _registered(request: Asked, form: RegisterForm, is_not: tuple[int, ...]) -> HttpResponse:
    by, at = request.actor, request.at
    given = RegisteredOne(
        form.person(Origin.SYNTHETIC if is_demo() else Origin.REAL),
        is_not=is_not,
        works_with=Role.SOCIAL_WORKER in by.roles,
    )
    verb = partial(register_one, by=by, at=at, on=request.today, given=given)
    try:
        person_id = take_once(by=by, at=at, token=form.cleaned_data["form_token"], verb=verb)
    except Refusal as refusal:
        form.refuse(refusal_words(refusal), field_of(refusal, form))
        return render(request, "people/register.html", {"form": form}, status=422)
    told = {"name": form.cleaned_data["known_as"] or form.cleaned_data["full_name"]}
    messages.success(request, _("%(name)s is registered.") % told)
    return redirect("record", person_id=person_id)


def field_of(refusal: Refusal, form: RegisterForm) -> str | None:
    """The question that a refusal is about; None: the whole form."""
    named = "born" if refusal.code == "born_later" else str(refusal.params.get("field", ""))
    return named if named in form.fields else None


def _recognised(request: Asked, form: RegisterForm, person: PersonFacts) -> HttpResponse:
    """She is here: to her record, where it is the reader's to see, or to whom to ask."""
    by, at = request.actor, request.at
    verb = partial(recognise_person, by=by, at=at, person_id=person.id)
    take_once(by=by, at=at, token=form.cleaned_data["form_token"], verb=verb)
    told = {"name": person.full_name}
    if may(by, Action.SEE_RECORD, person.id, request.today):
        messages.success(request, _("%(name)s is here already. Nobody new was made.") % told)
        return redirect("record", person_id=person.id)
    words = _(
        "%(name)s is here already, and nobody new was made. Their record is not yours to see: ask "
        "whoever works with them, or your broker, to let you work with them too."
    )
    messages.info(request, words % told)
    return redirect("person_list")
