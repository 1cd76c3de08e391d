"""A mistaken movement is put right: which one, why, and whose word that is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.delivery.queries import bank
from whatmatters.delivery.services import correct_movement, own_voice
from whatmatters.delivery.web.bundle.correct_form import CorrectForm
from whatmatters.delivery.web.bundle.shown import BundlePage, newest_bundle, shown, taken
from whatmatters.delivery.web.hours_words import hours
from whatmatters.delivery.web.moved_shown import KINDS
from whatmatters.delivery.web.whose_word import HERSELF, TEAM, words_of
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.permissions import Action

BESIDE = {
    "movement_not_correctable": "movement",
    "bank_drawn_since": "movement",
    "bank_ran_out_since": "movement",
    "word_not_said": "whose",
    "not_her_decider": "whose",
}


@permitted(
    Action.MOVE_BANK,
    person="person_id",
    post=Action.MOVE_BANK,
    called=gettext_lazy("A movement put right"),
)
def bank_correct(request: Asked, person_id: int) -> HttpResponse:
    """Its opposite is written beside it; nothing is changed or taken away."""
    form = _form(request, person_id)
    if form is not None and form.is_valid() and _corrected(request, form):
        messages.success(request, _("The movement is put right."))
        return redirect("bank", person_id=person_id)
    page = BundlePage(
        title=_("Put a movement right"),
        lead=_("Its opposite is written beside it, with why. Neither counts any more."),
        send=_("Put it right"),
        nothing=_("There is no movement here that can be put right."),
    )
    return shown(request, person_id, form, page)


def _form(request: Asked, person_id: int) -> CorrectForm | None:
    row = newest_bundle(request, person_id)
    found = bank(request.actor.council_id, row.bundle_id, request.today) if row else None
    moved = [
        (str(one.id), f"{day(one.on)}: {KINDS[one.kind]}, {hours(one.minutes)}. {one.purpose}")
        for one in (found.moved if found else ())
        if one.open
    ]
    if not moved:
        return None
    own = own_voice(request.actor, person_id, request.at) is not None
    whose = [one for one in words_of(person_id, request.today) if one[0] != TEAM]
    return CorrectForm(sent(request), moved=moved, whose=() if own else whose)


def _corrected(request: Asked, form: CorrectForm) -> bool:
    told = form.cleaned_data
    whose = told.get("whose", "")

    def verb() -> int:
        movement = int(told["movement"])
        correct_movement(
            by=request.actor,
            at=request.at,
            movement_id=movement,
            why=told["why"],
            herself=whose == HERSELF,
            decider_id=int(whose) if whose.isdecimal() else None,
        )
        return movement

    return taken(request, form, verb, BESIDE)
