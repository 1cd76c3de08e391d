"""What is held about a person, taken away by her, by who decides for her, or with her worker."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.access.web.made_by import made_by
from whatmatters.exchange.queries.taken_tables import record_keys
from whatmatters.exchange.queries.taken_words import TITLES
from whatmatters.exchange.services.record_export import TakenOutTooOften, take_out_record
from whatmatters.exchange.web.record_file import record_file
from whatmatters.frontend.forms import OneOf, PageForm
from whatmatters.people.queries import person
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.trust.web.frame import frame, shown

PAGES = {Language.WELSH: "cy", Language.ENGLISH: "en-gb"}


class TakeAwayForm(PageForm):
    """In which language, and for a worker that she is with her."""

    keeps_drafts = False

    language = OneOf(
        label=gettext_lazy("In which language should the page be?"),
        help_text=gettext_lazy("What was said stays in the words it was said in."),
        choices=[("cy", gettext_lazy("Welsh")), ("en-gb", gettext_lazy("English"))],
    )
    together = forms.BooleanField(
        label=gettext_lazy("The person asked for this, and is with me now"),
        error_messages={"required": gettext_lazy("Make it with the person, when they ask for it")},
    )

    def __init__(self, *args: Any, with_her: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_her:
            del self.fields["together"]


@permitted(Action.EXPORT_RECORD, person="person_id", post=Action.EXPORT_RECORD)
def record_export(request: Asked, person_id: int) -> HttpResponse:
    """What will be in it; sent, it comes as one file."""
    page = frame(request, person_id)
    with_her = Relationship.ASSIGNED in request.sight.relationships
    sent = request.POST if request.method == "POST" else None
    initial = {"language": _language(request, person_id)}
    form = TakeAwayForm(sent, with_her=with_her, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = _made(request, form, page.name)
        if made is not None:
            return made
    inside, closed = record_keys(request.sight)
    told = {"form": form, "inside": _titles(inside), "closed": _titles(closed)}
    return shown(request, "record_export", page, **told)


def _made(request: Asked, form: TakeAwayForm, name: str) -> HttpResponse | None:
    try:
        taken = take_out_record(
            by=request.actor, at=request.at, on=request.today, sight=request.sight
        )
    except TakenOutTooOften as refusal:
        form.refuse(
            _("That was %(most)s times today. Tomorrow it can be made again.") % refusal.params
        )
        return None
    language = form.cleaned_data["language"]
    data = record_file(taken, name, request.today, language, made_by(request.actor, request.at))
    named = f'attachment; filename="record-{taken.person_id}-{request.today}.zip"'
    return HttpResponse(
        data, content_type="application/zip", headers={"Content-Disposition": named}
    )


def _language(request: Asked, person_id: int) -> str:
    who = person(person_id, council_id=request.actor.council_id)
    return PAGES.get(who.language, "en-gb") if who else "en-gb"


def _titles(keys: tuple[str, ...]) -> list[str]:
    return [str(TITLES[key]) for key in keys]
