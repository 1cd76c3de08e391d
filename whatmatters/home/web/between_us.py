"""Words that are never shared: chosen by the person, or by her worker for her."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import PageForm, SomeOf
from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.queries import conversations
from whatmatters.outcomes.queries.timeline import timeline
from whatmatters.rules.permissions import Action
from whatmatters.rules.sharing import KeptSubject
from whatmatters.trust.queries import kept
from whatmatters.trust.services import keep_between_us
from whatmatters.trust.web.frame import back_to, frame, shown

LONGEST = 160


class BetweenUsForm(PageForm):
    """Which words are never shared."""

    words = SomeOf(label=gettext_lazy("Which words are never shared?"))

    def __init__(self, *args: Any, offered: list[tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = self.fields["words"].label
        self.fields["words"] = SomeOf(label=label, choices=offered)
        self.fields["words"].error_messages["required"] = _("Tick the words that are never shared")

    def chosen(self) -> list[tuple[KeptSubject, int]]:
        """Subject and id of each."""
        parts = [key.partition("-") for key in self.cleaned_data["words"]]
        return [(KeptSubject(subject), int(pk)) for subject, _dash, pk in parts]


@permitted(
    Action.KEEP_BETWEEN_US,
    person="person_id",
    post=Action.KEEP_BETWEEN_US,
    called=gettext_lazy("Keep this between us"),
)
def between_us(request: Asked, person_id: int) -> HttpResponse:
    """What is kept so far, and what could be."""
    page = frame(request, person_id)
    said = _said(request, person_id)
    already = kept(request.actor.council_id, person_id)
    keys = {f"{subject}-{pk}" for subject, pk in already}
    offered = [one for one in said if one[0] not in keys]
    form = BetweenUsForm(sent(request), offered=offered)
    if request.method == "POST" and form.is_valid():
        keep_between_us(
            by=request.actor,
            at=request.at,
            on=request.today,
            person_id=person_id,
            words=form.chosen(),
        )
        messages.success(request, _("Kept. These words are never shared with anybody."))
        return back_to("between_us", person_id)
    told = [one for one in said if one[0] in keys]
    return shown(request, "between_us", page, form=form, kept=told, offered=offered)


def _said(request: Asked, person_id: int) -> list[tuple[str, str, str]]:
    """Everything said and noted: key, words, and when."""
    council_id = request.actor.council_id
    words = [
        (f"{KeptSubject.STATEMENT}-{said.id}", _short(said.words), day(talk.on))
        for talk in conversations(person_id, council_id=council_id)
        for said in talk.statements
        if said.corrected_by_id is None
    ]
    notes = [
        (f"{KeptSubject.NOTE}-{item.subject_id}", _short(item.words), day(item.on))
        for item in timeline(council_id, person_id)
        if item.kind == "note"
    ]
    return words + notes


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
