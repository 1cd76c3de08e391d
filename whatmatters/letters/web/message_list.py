"""What people told: what waits for an answer first; filtered and paged by address."""

from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.templatetags.wm import day
from whatmatters.letters.queries.messages import (
    NOT_ANSWERED,
    MessageFacts,
    count_to_answer,
    to_answer,
)
from whatmatters.letters.web.message_words import KINDS, LOOKS, STATES
from whatmatters.rules.messages import MessageKind, MessageState
from whatmatters.rules.permissions import Action

# Where each kind is answered.
PAGES = {
    MessageKind.MESSAGE: "message",
    MessageKind.COMPLAINT: "complaint",
    MessageKind.CARER_SUPPORT: "carer_request",
}


class MessageFilter(ListForm):
    """Answered or not, and of which kind."""

    stand = forms.ChoiceField(
        label=gettext_lazy("Where it stands"),
        required=False,
        choices=[
            ("", gettext_lazy("Not answered yet")),
            ("answered", gettext_lazy("Answered")),
        ],
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        required=False,
        choices=[("", gettext_lazy("Anything")), *((str(k), v) for k, v in KINDS.items())],
    )


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message of the list, with its first words."""

    name: str
    kind: str
    words: str
    lang: str
    since: str
    flag: tuple[str, str]
    due: str
    url: str


@permitted_council(Action.LIST_MESSAGES)
def message_list(request: Asked) -> HttpResponse:
    """Messages and complaints that this reader may answer."""
    form = MessageFilter(request.GET)
    chosen = form.chosen()
    states = (MessageState.ANSWERED,) if "stand" in chosen else NOT_ANSWERED
    kind = MessageKind(chosen["kind"]) if "kind" in chosen else None
    actor, on = request.actor, request.today
    shown = paging(form, count_to_answer(actor, on, states, kind))
    found = to_answer(actor, on, states, kind, offset=shown.start, limit=PER_PAGE)
    context = {
        "filters": form,
        "paging": shown,
        "rows": [_row(one, one.person_name) for one in found],
        "title": _title(shown.total, waiting=not chosen),
        "filtered": bool(chosen),
    }
    return render(request, "letters/message_list.html", context)


def message_url(message: MessageFacts) -> str:
    """The page on which a message or a complaint is answered."""
    return reverse(PAGES[message.kind], args=[message.id])


def _title(total: int, *, waiting: bool) -> str:
    if not waiting:
        return _("Messages")
    if not total:
        return _("Nothing waits for your answer")
    words = ngettext(
        "%(n)s message waits for an answer", "%(n)s messages wait for an answer", total
    )
    return words % {"n": total}


def _row(message: MessageFacts, name: str) -> MessageRow:
    due = _("Answer by %(day)s") % {"day": day(message.answer_by)} if message.answer_by else ""
    return MessageRow(
        name=name,
        kind=str(KINDS[message.kind]),
        words=message.words,
        lang=message.language,
        since=day(message.at),
        flag=(LOOKS.get(message.state, "good"), str(STATES[message.state])),
        due=due if message.state in NOT_ANSWERED else "",
        url=message_url(message),
    )
