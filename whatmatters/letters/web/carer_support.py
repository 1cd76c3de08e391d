"""What somebody close to a person asks for themselves: theirs and the social worker's to read."""

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
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

KIND = MessageKind.CARER_SUPPORT


class CarerSupportForm(PageForm):
    """One box."""

    words = WordsField(
        label=gettext_lazy("How are you, and what would help you?"),
        help_text=gettext_lazy(
            "Such as: I need a night’s sleep, or somebody to talk to. "
            "If somebody is in danger now, ring 999."
        ),
        rows=6,
    )


@permitted(
    Action.ASK_CARER_SUPPORT,
    person="person_id",
    post=Action.ASK_CARER_SUPPORT,
    called=gettext_lazy("Support for yourself, as a carer"),
)
def carer_support(request: Asked, person_id: int) -> HttpResponse:
    """Ask; what the reader asked before stands below, with its answers."""
    council_id, mine = request.actor.council_id, request.actor.user_id
    facts = person(person_id, council_id=council_id)
    if facts is None:
        raise Http404
    form = CarerSupportForm(sent(request))
    if request.method == "POST" and form.is_valid() and _taken(request, form, person_id):
        return redirect(request.path)
    told = messages_of(council_id, person_id, KIND, by_id=mine)
    users = user_names(everybody(told))
    context = {
        "form": form,
        "person": facts,
        "told": [shown(one, users, answers=False) for one in told],
    }
    return render(request, "letters/carer_support.html", context, status=status(request))


def _taken(request: Asked, form: PageForm, person_id: int) -> bool:
    welsh = (get_language() or "").startswith("cy")
    language = Language.WELSH if welsh else Language.ENGLISH
    told = form.cleaned_data
    given = MessageGiven(person_id, KIND, told["words"], language, told["form_token"])
    try:
        send_message(by=request.actor, at=request.at, message=given)
    except Refusal as refusal:
        form.refuse(refusal_words(refusal), "words")
        return False
    messages.success(request, _("It is kept. The social worker sees it on their first page."))
    return True
