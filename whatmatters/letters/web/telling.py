"""“I need to tell you something”, and complaining: one box, and what was told before."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.frontend.forms import PageForm, WordsField
from whatmatters.letters.queries.messages import messages_of
from whatmatters.letters.services import MessageGiven, send_message
from whatmatters.letters.web.message_words import everybody, shown
from whatmatters.people.queries import person
from whatmatters.people.web.refusal_words import refusal_words
from whatmatters.rules.messages import MessageKind
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.refusals import Refusal


class TellForm(PageForm):
    """One box."""

    words = WordsField(
        label=gettext_lazy("What do you want to tell us?"),
        help_text=gettext_lazy(
            "Write it as you would say it. If somebody is in danger now, ring 999."
        ),
        rows=6,
    )


class ComplainForm(PageForm):
    """One box."""

    words = WordsField(
        label=gettext_lazy("What went wrong?"),
        help_text=gettext_lazy("Say what happened, and what would put it right."),
        rows=6,
    )


FORMS: dict[MessageKind, type[PageForm]] = {
    MessageKind.MESSAGE: TellForm,
    MessageKind.COMPLAINT: ComplainForm,
}


@permitted(
    Action.SEND_MESSAGE,
    person="person_id",
    post=Action.SEND_MESSAGE,
    called=gettext_lazy("Something to tell"),
)
def tell(request: Asked, person_id: int) -> HttpResponse:
    """A message to those who work with her."""
    return _page(request, person_id, MessageKind.MESSAGE)


@permitted(
    Action.SEND_MESSAGE,
    person="person_id",
    post=Action.SEND_MESSAGE,
    called=gettext_lazy("A complaint"),
)
def complain(request: Asked, person_id: int) -> HttpResponse:
    """A complaint to the council."""
    return _page(request, person_id, MessageKind.COMPLAINT)


def _page(request: Asked, person_id: int, kind: MessageKind) -> HttpResponse:
    facts = person(person_id, council_id=request.actor.council_id)
    if facts is None:
        raise Http404
    form = FORMS[kind](sent(request))
    if request.method == "POST" and form.is_valid() and _taken(request, form, person_id, kind):
        return redirect(request.path)
    own = Relationship.SELF in request.sight.relationships
    # What others told about her is hers to read; others read what they sent themselves.
    by_id = None if own else request.actor.user_id
    told = messages_of(request.actor.council_id, person_id, kind, by_id=by_id)
    users = user_names(everybody(told))
    context = {
        "form": form,
        "complaint": kind is MessageKind.COMPLAINT,
        "own": own,
        "person": facts,
        "told": [shown(one, users, answers=False) for one in told],
    }
    return render(request, "letters/tell.html", context, status=status(request))


def _taken(request: Asked, form: PageForm, person_id: int, kind: MessageKind) -> bool:
    welsh = (get_language() or "").startswith("cy")
    given = MessageGiven(
        person_id,
        kind,
        form.cleaned_data["words"],
        Language.WELSH if welsh else Language.ENGLISH,
        form.cleaned_data["form_token"],
    )
    try:
        send_message(by=request.actor, at=request.at, message=given)
    except Refusal as refusal:
        form.refuse(refusal_words(refusal), "words")
        return False
    if kind is MessageKind.COMPLAINT:
        words = _("Your complaint is kept, word for word. The days below are a promise.")
    else:
        words = _("It is kept, word for word. Those who work with you see it on their first page.")
    messages.success(request, words)
    return True
