"""What a person reads of a change: what stays, what changes; and what she says to it."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import Sight
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.outcomes.web.person_page import PersonPage, person_page
from whatmatters.outcomes.web.speaking import HERS
from whatmatters.rules.permissions import Action
from whatmatters.rules.switching import HerWord
from whatmatters.switching.queries import TransitionFacts, switches, transitions
from whatmatters.switching.services import say_word
from whatmatters.switching.web.contracts import of_switches
from whatmatters.switching.web.sending import made_once
from whatmatters.switching.web.word_form import WordForm
from whatmatters.switching.web.words import CHARGES, SAID

CHANGE = gettext_lazy("A change in how support is paid for")


@permitted(Action.SEE_PRICES, person="person_id", post=Action.CHOOSE_ROUTE, called=CHANGE)
def transition(request: Asked, person_id: int) -> HttpResponse:
    """Nothing until she is told; then all of it, and the question whether she wants it."""
    page, sight = person_page(request), request.sight
    found = transitions(request.actor.council_id, person_ids=[person_id])
    told = [one for one in found if one.told_on is not None and not one.staying]
    if not told:
        return render(request, "switching/hers.html", {"page": page, "title": CHANGE})
    form = _form(request, sight, told[-1])
    if form is not None and form.is_valid() and _kept(request, form, told[-1]):
        return redirect("transition", person_id=person_id)
    context = {"form": form, **_shown(request, page, told[-1])}
    return render(request, "switching/hers.html", context, status=status(request))


def _shown(request: Asked, page: PersonPage, facts: TransitionFacts) -> dict[str, object]:
    (switch,) = switches(request.actor.council_id, ids=[facts.switch_id])
    named = of_switches(request.actor.council_id, [switch])
    old, new = named[switch.old_id], named[switch.new_id]
    return {
        "page": page,
        "title": CHANGE,
        "facts": facts,
        "old": old,
        "new": new,
        "same": old.facts.provider_id == new.facts.provider_id,
        "charge": CHARGES[facts.charge],
        "said": SAID[facts.said.word] if facts.said else "",
        "words": facts.said.words if facts.said and _reads_words(request.sight) else "",
    }


def _reads_words(sight: Sight) -> bool:
    """Her own words are said to who plans it with her, and not to all who may see a price."""
    return bool(HERS & sight.relationships) or Action.AGREE_BUNDLE in sight.actions


def _form(request: Asked, sight: Sight, facts: TransitionFacts) -> WordForm | None:
    if Action.CHOOSE_ROUTE not in sight.actions or facts.moved_from is not None:
        return None
    return WordForm(sent(request), writer=not HERS & sight.relationships, seen=facts.number)


def _kept(request: Asked, form: WordForm, facts: TransitionFacts) -> bool:
    told = form.cleaned_data
    say = partial(say_word, by=request.actor, at=request.at, transition_id=facts.id)

    def verb() -> int:
        heard = bool(told.get("heard"))
        word = HerWord(told["word"])
        return say(word=word, words=told["words"], heard=heard, seen=told["seen"])

    if made_once(request, form, verb) is None:
        return False
    messages.success(request, _("Thank you. Your answer has been recorded."))
    return True
