"""A provider's bundles, and a file of the days of all of them."""

from datetime import date, timedelta

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council
from whatmatters.delivery.queries.provider_bundles import ProviderBundle, bundles_of_provider
from whatmatters.exchange.queries.problem_table import problem_rows
from whatmatters.exchange.services.bundle_file import DaysTaken, take_in_days
from whatmatters.frontend.forms import PageForm
from whatmatters.people.queries import person_facts
from whatmatters.policy.imports import most_page_bytes
from whatmatters.rules.permissions import Action


class DaysFileForm(PageForm):
    """One file of days."""

    keeps_drafts = False

    days = forms.FileField(
        label=gettext_lazy("Choose the file"),
        help_text=gettext_lazy(
            "A CSV file with the columns bundle, date and minutes. Nothing is recorded unless "
            "every row can be. A file brought again changes nothing."
        ),
        allow_empty_file=True,
    )

    def clean_days(self) -> "UploadedFile[bytes]":
        """No larger than a page takes."""
        return small_enough(self.cleaned_data["days"])


def small_enough(found: "UploadedFile[bytes]") -> "UploadedFile[bytes]":
    """The file, where it is no larger than a page takes. Raises ValidationError."""
    if (found.size or 0) > most_page_bytes():
        told = _("The file holds more than %(most)s. Bring it in parts.")
        raise forms.ValidationError(told % {"most": filesizeformat(most_page_bytes())})
    return found


@permitted_council(Action.TAKE_IN_DAYS, post=Action.TAKE_IN_DAYS)
def bundle_days_file(request: Asked) -> HttpResponse:
    """Each bundle with the newest day that is recorded, and the form that brings a file."""
    by = request.actor
    bundles = bundles_of_provider(by.council_id, by.organisation_id, request.today)
    sent = request.method == "POST"
    form = DaysFileForm(request.POST, files=request.FILES) if sent else DaysFileForm()
    told: DaysTaken | None = None
    if sent and form.is_valid():
        told = _taken(request, form, bundles)
        if not told.problems.count:
            messages.success(request, _said(told))
            return redirect("bundle_days_file")
        form.refuse(
            _("Nothing was recorded. What has to be put right is listed on this page."), "days"
        )
    shown = {
        "form": form,
        "bundles": _rows(bundles, request.today),
        "problems": list(problem_rows(told.problems)) if told else [],
    }
    status = 422 if sent else 200
    return render(request, "exchange/bundle_days.html", shown, status=status)


def _taken(request: Asked, form: DaysFileForm, bundles: tuple[ProviderBundle, ...]) -> DaysTaken:
    file = form.cleaned_data["days"]
    rows = {one.row.bundle_id: one.row for one in bundles}
    return take_in_days(by=request.actor, at=request.at, name=file.name, file=file, bundles=rows)


def _said(told: DaysTaken) -> str:
    if not told.new + told.corrected:
        return _("Everything is the same as before: nothing was recorded.")
    words = _("Days recorded: %(new)s new, %(corrected)s put right, %(same)s the same as before.")
    return words % {"new": told.new, "corrected": told.corrected, "same": told.same}


def _rows(bundles: tuple[ProviderBundle, ...], today: date) -> list[dict[str, object]]:
    names = person_facts({one.row.person_id for one in bundles})
    monday = (today - timedelta(days=today.weekday())).isoformat()
    return [
        {
            "number": one.row.bundle_id,
            "name": names[one.row.person_id].known_as,
            "url": reverse("bundle_days", args=[one.row.person_id, monday]),
            "newest": one.newest,
        }
        for one in bundles
    ]
