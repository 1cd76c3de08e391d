"""One page with the whole draft, and a small form in the place of what is being changed."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.outcomes.web.addresses import person_of_version
from whatmatters.outcomes.web.sent import status
from whatmatters.outcomes.web.writing.day_forms import DraftForm
from whatmatters.outcomes.web.writing.page import write_page
from whatmatters.outcomes.web.writing.parts import PROPOSE, REMOVE, Part, chosen, propose_form
from whatmatters.outcomes.web.writing.reading import Writing, read_writing
from whatmatters.outcomes.web.writing.saving import is_proposed, is_saved
from whatmatters.rules.permissions import Action


@permitted(Action.WRITE_PLAN, person=person_of_version)
def plan_write(request: Asked, version_id: int) -> HttpResponse:
    """A whole draft; each of its parts has an address of its own."""
    return _page(request, read_writing(request, version_id), None)


@permitted(
    Action.WRITE_PLAN,
    person=person_of_version,
    post=Action.WRITE_PLAN,
    called=gettext_lazy("Write a plan"),
)
def plan_part(request: Asked, version_id: int, part: str) -> HttpResponse:
    """The whole draft with one part open; a part is in the database once it is saved.

    A part that is not there (any more) leads to the whole.
    """
    read = read_writing(request, version_id)
    opened = chosen(request, read, part)
    if opened is None and read.is_draft:
        return redirect("plan_write", version_id=version_id)
    if opened is not None and opened.form.is_valid() and _done(request, read, opened):
        if opened.name == PROPOSE:
            return redirect("plan_version", version_id=version_id)
        return redirect(f"{reverse('plan_write', args=[version_id])}#{_place(opened)}")
    return _page(request, read, opened)


def _page(request: Asked, read: Writing, part: Part | None) -> HttpResponse:
    told = {
        "page": write_page(read, request.sight, part),
        "form": None if part is None else part.form,
        "propose": _propose(request, read, part),
    }
    return render(request, "outcomes/plan_write.html", told, status=status(request))


def _propose(request: Asked, read: Writing, part: Part | None) -> DraftForm:
    """The form of the whole plan's button: as it was sent, where it was."""
    if part is not None and part.name == PROPOSE:
        return part.form
    return propose_form(request, read, mine=False)


def _done(request: Asked, read: Writing, part: Part) -> bool:
    if part.name == PROPOSE:
        return is_proposed(request, read, part)
    return is_saved(request, read, part)


def _place(part: Part) -> str:
    """Where the reader goes on: the band of a line, the section of what was changed."""
    name = "lines" if part.name == REMOVE else part.name
    return str(part.form.cleaned_data.get("deliverer") or name)
