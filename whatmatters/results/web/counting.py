"""The provider counts a measured period, or puts a count right."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import PageForm
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.results.queries import one_count
from whatmatters.results.services import CountGiven, count_result
from whatmatters.results.services.opening import MOST_PEOPLE
from whatmatters.results.web.opening_form import whole
from whatmatters.results.web.sending import form_page, found_period
from whatmatters.rules.permissions import Action

COUNT = Action.COUNT_RESULTS
TITLE = gettext_lazy("What was counted")
FIGURES = ("events", "people", "left_out")


class CountForm(PageForm):
    """Three figures, and the revision that was seen."""

    people = whole(
        gettext_lazy("How many were counted"),
        MOST_PEOPLE,
        gettext_lazy("Everybody of the agreed population of whom it is known."),
        least=1,
    )
    events = whole(gettext_lazy("To how many of them it happened"), MOST_PEOPLE)
    left_out = whole(
        gettext_lazy("How many of the agreed population were not counted"),
        MOST_PEOPLE,
        gettext_lazy(
            "They moved away, or nobody knows. The page shows what the result would be if all of "
            "them had gone the other way."
        ),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


@permitted_council(COUNT, post=COUNT, called=TITLE)
def result_count(request: Asked, results_id: int, measured: int) -> HttpResponse:
    """A measured period that is over: counted first, or put right."""
    scheme = found_period(request, results_id, measured)
    said = one_count(scheme.id, measured)
    seen = said.count.revision if said else 0
    was = dict(zip(FIGURES, said.count.figures, strict=True)) if said else {}
    form = CountForm(sent(request), initial=was | {"seen": seen})

    def verb() -> int:
        told = form.cleaned_data
        given = CountGiven(measured, **{name: told[name] for name in FIGURES})
        return count_result(
            by=request.actor, at=request.at, contract_id=scheme.id, given=given, seen=told["seen"]
        )

    days = period_words(scheme.measured(measured))
    lead = f"{days}. {scheme.population}: {scheme.event}."
    if said is not None:
        lead += " " + _("What was told before stays, and is paid until the council agrees to this.")
    return form_page(
        request, form, verb, {"title": TITLE, "lead": lead, "send": _("Keep this count")}, scheme
    )
