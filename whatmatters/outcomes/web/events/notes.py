"""The one living record: a note, and a need that nothing here meets."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.forms import DateField, PageForm, WordsField
from whatmatters.outcomes.services import UnmatchedGiven, record_unmatched, write_note
from whatmatters.outcomes.web.attempts import is_kept
from whatmatters.outcomes.web.events.page import person_read, record_verb, shown
from whatmatters.outcomes.web.events.words import NoteForm, spoken_now
from whatmatters.outcomes.web.sent import sent
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action

BESIDE = {"day_not_reached": "on", "person_has_died": "on"}


class NeedForm(PageForm):
    """A need as it was said; it is forced into no list."""

    words = WordsField(label=gettext_lazy("What is needed, as it was said"))
    on = DateField(label=gettext_lazy("On which day"))


@permitted(
    Action.RECORD_NOTE,
    person="person_id",
    post=Action.RECORD_NOTE,
    called=gettext_lazy("Write a note"),
)
def note_write(request: Asked, person_id: int) -> HttpResponse:
    """Add a note; everybody who may read the timeline reads it."""
    who = person_read(request, person_id)
    form = NoteForm(sent(request), initial={"on": request.today, "language": spoken_now()})
    if form.is_valid() and is_kept(
        request,
        form,
        lambda: write_note(
            by=request.actor,
            at=request.at,
            person_id=person_id,
            on=form.cleaned_data["on"],
            words=form.cleaned_data["words"],
            language=Language(form.cleaned_data["language"]),
        ),
        _("The note is written."),
        BESIDE,
    ):
        return redirect("record", person_id=person_id)
    page = record_verb(
        request,
        who,
        title=_("Write a note"),
        send=_("Keep the note"),
        leads=(_("Everybody who may see what is happening reads it, and so does %(name)s.")
               % {"name": who.known_as},),
    )  # fmt: skip
    return shown(request, page, form)


@permitted(
    Action.RECORD_NOTE,
    person="person_id",
    post=Action.RECORD_NOTE,
    called=gettext_lazy("A need that nothing here meets"),
)
def need_write(request: Asked, person_id: int) -> HttpResponse:
    """Record a need that nothing matches, in the words in which it was said."""
    who, form = (
        person_read(request, person_id),
        NeedForm(sent(request), initial={"on": request.today}),
    )
    if form.is_valid() and is_kept(
        request,
        form,
        lambda: record_unmatched(
            by=request.actor,
            at=request.at,
            needs=[UnmatchedGiven(person_id, form.cleaned_data["on"], form.cleaned_data["words"])],
        )[0],
        _("It is kept, and the council reads it with the others."),
        BESIDE,
    ):
        return redirect("record", person_id=person_id)
    page = record_verb(
        request,
        who,
        title=_("A need that nothing here meets"),
        send=_("Keep it"),
        leads=(_("Nothing has to fit a list. The council reads what was said, and sees what it "
                 "should begin or buy."),),
    )  # fmt: skip
    return shown(request, page, form)
