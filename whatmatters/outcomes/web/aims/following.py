"""An outcome is followed: how it is going, and that it is off track, said by any of the three."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.outcomes.services import NewNote, note_progress, record_off_track
from whatmatters.outcomes.web.addresses import person_of_outcome
from whatmatters.outcomes.web.aims.forms import NoteForm, OffTrackForm
from whatmatters.outcomes.web.aims.page import outcome_page, read_outcome
from whatmatters.outcomes.web.person_page import person_page
from whatmatters.outcomes.web.speaking import party_of
from whatmatters.outcomes.web.taking import taken
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action

FIELDS = {"proxy_not_named": "speaker_name", "day_not_reached": "on"}


@permitted(Action.SEE_OUTCOMES, person=person_of_outcome)
def outcome(request: Asked, outcome_id: int) -> HttpResponse:
    """One outcome: its test, every note, and what this reader may do."""
    page = person_page(request, "outcomes")
    shown = outcome_page(read_outcome(outcome_id), page, request.sight)
    return render(request, "outcomes/outcome.html", {"page": page, "outcome": shown})


@permitted(
    Action.RECORD_NOTE,
    person=person_of_outcome,
    post=Action.RECORD_NOTE,
    called=gettext_lazy("How it is going"),
)
def outcome_note(request: Asked, outcome_id: int) -> HttpResponse:
    """How an outcome is going, in whose words."""
    page, old = person_page(request, "outcomes"), read_outcome(outcome_id)
    first = {"on": request.today, "spoken": str(page.person.language)}
    form = NoteForm(sent(request), own=page.is_own, initial=first)
    if form.is_valid():
        verb = partial(_noted, request, form.note(outcome_id))
        if taken(request, form, verb, FIELDS) is not None:
            messages.success(request, _("Kept."))
            return redirect("outcome", outcome_id=outcome_id)
    shown = {"page": page, "form": form, "old": old}
    return render(request, "outcomes/outcome_note.html", shown, status=status(request))


@permitted(
    Action.RECORD_OFF_TRACK,
    person=person_of_outcome,
    post=Action.RECORD_OFF_TRACK,
    called=gettext_lazy("An outcome is off track"),
)
def outcome_off_track(request: Asked, outcome_id: int) -> HttpResponse:
    """That an outcome is off track, said today by one of the three."""
    page, old = person_page(request, "outcomes"), read_outcome(outcome_id)
    form = OffTrackForm(sent(request), initial={"spoken": str(page.person.language)})
    if form.is_valid():
        verb = partial(
            record_off_track,
            by=request.actor,
            at=request.at,
            on=request.today,
            outcome_id=outcome_id,
            party=party_of(request.sight),
            words=form.cleaned_data["words"],
            language=Language(form.cleaned_data["spoken"]),
        )
        if taken(request, form, verb) is not None:
            messages.success(request, _("It is written down. All three see it from today."))
            return redirect("outcome", outcome_id=outcome_id)
    shown = {"page": page, "form": form, "old": old}
    return render(request, "outcomes/outcome_off_track.html", shown, status=status(request))


def _noted(request: Asked, note: NewNote) -> int:
    (made,) = note_progress(by=request.actor, at=request.at, notes=[note])
    return made
