"""A conversation: begun with strengths, and added to by whoever is in the team (R-GW-16)."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.outcomes.queries import ConversationFacts, StatementFacts
from whatmatters.outcomes.queries.shown_words import shown_conversations
from whatmatters.outcomes.services import (
    NewConversation,
    NewStatement,
    add_statements,
    correct_statement,
    hold_conversations,
)
from whatmatters.outcomes.web.addresses import person_of_conversation, person_of_statement
from whatmatters.outcomes.web.person_page import person_page
from whatmatters.outcomes.web.taking import taken
from whatmatters.outcomes.web.talking.forms import StrengthsForm, WordsForm
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action
from whatmatters.trust.queries import hidden_from

FIELDS = {
    "strengths_first": "strengths",
    "day_not_reached": "on",
    "proxy_not_named": "speaker_name",
}


@permitted(
    Action.RECORD_CONVERSATION,
    person="person_id",
    post=Action.RECORD_CONVERSATION,
    called=gettext_lazy("A conversation"),
)
def conversation_new(request: Asked, person_id: int) -> HttpResponse:
    """The first page: what can you do for yourself? Nothing else is asked before it."""
    page = person_page(request, "matters")
    first = {"on": request.today, "spoken": str(page.person.language)}
    form = StrengthsForm(sent(request), own=page.is_own, initial=first)
    if form.is_valid():
        told = form.cleaned_data
        talk = NewConversation(
            person_id=person_id,
            on=told.get("on") or request.today,
            language=Language(told["spoken"]),
            strengths=told["strengths"],
        )
        made = taken(request, form, partial(_held, request, talk), FIELDS)
        if made is not None:
            messages.success(request, _("Kept. Now what matters."))
            return redirect("conversation_add", conversation_id=made)
    shown = {"page": page, "form": form}
    return render(request, "outcomes/conversation_new.html", shown, status=status(request))


@permitted(
    Action.RECORD_CONVERSATION,
    person=person_of_conversation,
    post=Action.RECORD_CONVERSATION,
    called=gettext_lazy("What matters"),
)
def conversation_add(request: Asked, conversation_id: int) -> HttpResponse:
    """One thing that matters, and then another, as long as there is something to say."""
    page = person_page(request, "matters")
    talk = _talk(request, conversation_id)
    form = WordsForm(sent(request), own=page.is_own, initial={"spoken": str(talk.language)})
    if form.is_valid():
        new = NewStatement(conversation_id, form.said())
        if taken(request, form, partial(_added, request, new), FIELDS) is not None:
            messages.success(request, _("Kept, in these words. Is there anything else?"))
            return redirect("conversation_add", conversation_id=conversation_id)
    shown = {"page": page, "form": form, "talk": talk}
    return render(request, "outcomes/conversation_add.html", shown, status=status(request))


@permitted(
    Action.RECORD_CONVERSATION,
    person=person_of_statement,
    post=Action.RECORD_CONVERSATION,
    called=gettext_lazy("Put words right"),
)
def statement_correct(request: Asked, statement_id: int) -> HttpResponse:
    """New words that name the old ones; the old ones stay, and are shown no more as what is."""
    page, old = person_page(request, "matters"), _statement(request, statement_id)
    first = {
        "words": old.words,
        "spoken": str(old.language),
        "speaker": str(old.speaker),
        "speaker_name": old.speaker_name,
        "relationship": old.speaker_relationship,
    }
    form = WordsForm(sent(request), own=page.is_own, initial=first)
    if form.is_valid():
        verb = partial(
            correct_statement,
            by=request.actor,
            at=request.at,
            statement_id=statement_id,
            said=form.said(),
        )
        if taken(request, form, verb, FIELDS) is not None:
            messages.success(request, _("Put right. What stood there before is kept as well."))
            return redirect(page.record_url)
    shown = {"page": page, "form": form, "old": old}
    return render(request, "outcomes/statement_correct.html", shown, status=status(request))


def _held(request: Asked, talk: NewConversation) -> int:
    (made,) = hold_conversations(by=request.actor, at=request.at, conversations=[talk])
    return made


def _added(request: Asked, new: NewStatement) -> int:
    (made,) = add_statements(by=request.actor, at=request.at, statements=[new])
    return made


def _talk(request: Asked, conversation_id: int) -> ConversationFacts:
    held = _shown(request)
    found = next((talk for talk in held if talk.id == conversation_id), None)
    if found is None:
        raise Http404
    return found


def _statement(request: Asked, statement_id: int) -> StatementFacts:
    held = _shown(request)
    found = (said for talk in held for said in talk.statements if said.id == statement_id)
    old = next(found, None)
    if old is None:
        raise Http404
    return old


def _shown(request: Asked) -> tuple[ConversationFacts, ...]:
    """Without words that are kept between the person and her workers, for who may not see them."""
    council_id = request.actor.council_id
    return shown_conversations(council_id, request.sight, hidden_from(council_id, request.sight))
