"""A file of the shifts of one contract."""

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council
from whatmatters.exchange.queries.problem_table import problem_rows
from whatmatters.exchange.services.shift_file import ShiftsTaken, take_in_shifts
from whatmatters.exchange.web.bundle_days import small_enough
from whatmatters.frontend.forms import PageForm
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.shifts.services import Recorded
from whatmatters.shifts.web.refused import refused_words
from whatmatters.shifts.web.sending import found_scheme


class ShiftFileForm(PageForm):
    """One file of shifts."""

    keeps_drafts = False

    shifts = forms.FileField(
        label=gettext_lazy("Choose the file"),
        help_text=gettext_lazy(
            "A CSV file with the columns shift, date, tier, workers, minutes, social, health and "
            "travel: minutes are what each worker is paid for, the last three are of all of them "
            "together. Nothing is recorded unless every row can be. A file brought again changes "
            "nothing."
        ),
        allow_empty_file=True,
    )

    def clean_shifts(self) -> "UploadedFile[bytes]":
        """No larger than a page takes."""
        return small_enough(self.cleaned_data["shifts"])


@permitted_council(Action.KEEP_SHIFTS, post=Action.KEEP_SHIFTS)
def shift_file(request: Asked, shifts_id: int) -> HttpResponse:
    """The form that brings a file, and what has to be put right in it."""
    scheme = found_scheme(request, shifts_id)
    sent = request.method == "POST"
    form = ShiftFileForm(request.POST, files=request.FILES) if sent else ShiftFileForm()
    told: ShiftsTaken | None = None
    if sent and form.is_valid():
        file = form.cleaned_data["shifts"]
        try:
            told = take_in_shifts(
                by=request.actor, at=request.at, name=file.name, file=file, scheme=scheme
            )
        except Refusal as refusal:
            form.refuse(refused_words(refusal), "shifts")
        else:
            if not told.problems.count:
                messages.success(request, _said(told.recorded))
                return redirect("shift_scheme", shifts_id=scheme.id)
            wrong = _("Nothing was recorded. What has to be put right is listed on this page.")
            form.refuse(wrong, "shifts")
    problems = list(problem_rows(told.problems)) if told else []
    shown = {"form": form, "scheme": scheme, "problems": problems}
    return render(request, "exchange/shift_file.html", shown, status=422 if sent else 200)


def _said(told: Recorded) -> str:
    if not told.new + told.corrected:
        return _("Everything is the same as before: nothing was recorded.")
    words = _("Shifts recorded: %(new)s new, %(corrected)s put right, %(same)s the same as before.")
    return words % {"new": told.new, "corrected": told.corrected, "same": told.same}
