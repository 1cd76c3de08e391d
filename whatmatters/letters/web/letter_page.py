"""One letter as it is printed, or what is to be told; marked as done by whoever did it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted, permitted_council
from whatmatters.frontend.templatetags.wm import moment
from whatmatters.letters.queries.letters import LetterFacts, last_moves, person_of_letter
from whatmatters.letters.queries.letters import letter as read_letter
from whatmatters.letters.queries.ways import Postroom, Ready, ready
from whatmatters.letters.services import mark_done
from whatmatters.letters.web.words import REASONS, STATES, WHY
from whatmatters.rules.letters import Addressee, LetterState
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

BUTTONS = frozenset({LetterState.TO_POST, LetterState.TO_TELL})


@permitted(Action.POST_LETTER, person=person_of_letter, post=Action.POST_LETTER)
def letter(request: Asked, letter_id: int) -> HttpResponse:
    """A letter to a person: only here does her address stand."""
    return _page(request, letter_id, Addressee.PERSON)


@permitted_council(Action.POST_TO_ORGANISATIONS, post=Action.POST_TO_ORGANISATIONS)
def organisation_letter(request: Asked, to_organisation_id: int) -> HttpResponse:
    """A letter to an organisation, whose address is not kept here."""
    return _page(request, to_organisation_id, Addressee.ORGANISATION)


def _page(request: Asked, letter_id: int, addressee: Addressee) -> HttpResponse:
    council_id = request.actor.council_id
    found = read_letter(council_id, letter_id)
    if found is None or found.addressee is not addressee:
        raise Http404
    if request.method == "POST":
        return _marked(request, found)
    told = ready(council_id, [found], Postroom(), on=request.today)[letter_id]
    may_set = addressee is Addressee.PERSON and Action.SET_CONTACT in request.sight.actions
    contact = reverse("contact", args=[found.addressee_id]) if may_set else ""
    return render(request, "letters/letter.html", _context(found, told) | {"contact": contact})


def _context(found: LetterFacts, told: Ready) -> dict[str, object]:
    """What the page shows. An address stands on it only where the letter is safe to post."""
    to_post = found.state is LetterState.TO_POST and told.way.to is LetterState.TO_POST
    done = last_moves([found.id]).get(found.id)
    return {
        "letter": found,
        "about": str(REASONS[found.reason]),
        "state": str(STATES[found.state]),
        "why": str(WHY[found.why]) if found.why else "",
        "to_post": to_post,
        "to_tell": found.state is LetterState.TO_TELL,
        "paper": told.paper if found.state in BUTTONS else None,
        "envelope": told.envelope if to_post else told.envelope[:1],
        "lang": told.language[:2],
        "large": told.large_print,
        "done": {"name": user_names([done.by_id])[done.by_id], "when": moment(done.at)}
        if done is not None and found.state not in BUTTONS
        else None,
        "changed": found.state is LetterState.TO_POST and not to_post,
    }


def _marked(request: Asked, found: LetterFacts) -> HttpResponse:
    posted = request.POST.get("done") == str(LetterState.POSTED)
    done = LetterState.POSTED if posted else LetterState.TOLD
    try:
        mark_done(by=request.actor, at=request.at, letter_ids=[found.id], done=done)
    except Refusal:
        words = _("This letter does not wait for that any more. Nothing was changed.")
        messages.info(request, words)
    else:
        words = _("Marked as posted.") if posted else _("Marked as told in person.")
        messages.success(request, words)
    return redirect("letter_list")
