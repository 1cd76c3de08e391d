"""One message or complaint, read and answered by those who work with the person."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.frontend.forms import PageForm, WordsField
from whatmatters.letters.queries.messages import (
    MessageFacts,
    person_of_carer_request,
    person_of_complaint,
    person_of_message,
)
from whatmatters.letters.queries.messages import message as read_message
from whatmatters.letters.services import AnswerGiven, acknowledge, answer_message
from whatmatters.letters.web.message_words import everybody, shown
from whatmatters.people.queries import person
from whatmatters.people.web.refusal_words import refusal_words
from whatmatters.rules.messages import MessageKind, MessageState
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


class AnswerForm(PageForm):
    """The answer, in plain words."""

    words = WordsField(
        label=gettext_lazy("Your answer"),
        help_text=gettext_lazy("The person reads this. Write it to them."),
    )


class CarerAnswerForm(AnswerForm):
    """The same, to somebody close to the person."""

    words = WordsField(
        label=gettext_lazy("Your answer"),
        help_text=gettext_lazy(
            "Whoever asked reads this, and the person does not. Say what happens next, and when."
        ),
    )


@permitted(
    Action.ANSWER_MESSAGE,
    person=person_of_message,
    post=Action.ANSWER_MESSAGE,
    called=gettext_lazy("An answer"),
)
def message(request: Asked, message_id: int) -> HttpResponse:
    """Something that somebody told."""
    return _page(request, _found(request, message_id, MessageKind.MESSAGE))


@permitted(
    Action.ANSWER_COMPLAINT,
    person=person_of_complaint,
    post=Action.ANSWER_COMPLAINT,
    called=gettext_lazy("An answer to a complaint"),
)
def complaint(request: Asked, complaint_id: int) -> HttpResponse:
    """A complaint, with its clock."""
    found = _found(request, complaint_id, MessageKind.COMPLAINT)
    if request.method == "POST" and "read" in request.POST:
        return _read(request, found)
    return _page(request, found)


@permitted(
    Action.ANSWER_CARER_SUPPORT,
    person=person_of_carer_request,
    post=Action.ANSWER_CARER_SUPPORT,
    called=gettext_lazy("An answer to a carer"),
)
def carer_request(request: Asked, request_id: int) -> HttpResponse:
    """What somebody close to a person asks for themselves."""
    return _page(request, _found(request, request_id, MessageKind.CARER_SUPPORT))


def _found(request: Asked, message_id: int, kind: MessageKind) -> MessageFacts:
    found = read_message(request.actor.council_id, message_id, kind)
    if found is None:
        raise Http404
    return found


def _page(request: Asked, found: MessageFacts) -> HttpResponse:
    carer = found.kind is MessageKind.CARER_SUPPORT
    form = (CarerAnswerForm if carer else AnswerForm)(sent(request))
    if request.method == "POST" and form.is_valid() and _taken(request, form, found):
        return redirect(request.path)
    facts = person(found.person_id, council_id=request.actor.council_id)
    if facts is None:
        raise Http404
    context = {
        "form": form,
        "told": shown(found, user_names(everybody((found,))), answers=True),
        "carer": carer,
        "complaint": found.kind is MessageKind.COMPLAINT,
        "unread": found.kind is MessageKind.COMPLAINT and found.state is MessageState.OPEN,
        "person": facts,
    }
    return render(request, "letters/message.html", context, status=status(request))


def _taken(request: Asked, form: AnswerForm, found: MessageFacts) -> bool:
    told = form.cleaned_data
    welsh = (get_language() or "").startswith("cy")
    written = Language.WELSH if welsh else Language.ENGLISH
    given = AnswerGiven(found.id, told["words"], told["form_token"], written)
    try:
        answer_message(by=request.actor, at=request.at, answer=given)
    except Refusal as refusal:
        form.refuse(refusal_words(refusal), "words")
        return False
    messages.success(request, _("Your answer is kept, and stands where it was asked."))
    return True


def _read(request: Asked, found: MessageFacts) -> HttpResponse:
    try:
        acknowledge(by=request.actor, at=request.at, complaint_id=found.id)
    except Refusal:
        messages.info(request, _("Somebody has said so already."))
    else:
        messages.success(request, _("Whoever complained can see now that it was read."))
    return redirect(request.path)
