"""Ways of paying beside one another, on the same people and the same recorded facts."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from whatmatters.access.queries.bodies import providers
from whatmatters.access.web import Asked, permitted_council
from whatmatters.commissioning.queries import first_start
from whatmatters.comparing.queries.terms import live_contracts
from whatmatters.comparing.services.comparing import Comparison, compare
from whatmatters.comparing.services.named import names_of
from whatmatters.comparing.services.table import cells, columns
from whatmatters.comparing.web import shown
from whatmatters.comparing.web.asking import ALL, CompareForm
from whatmatters.frontend.comparing_refusals import refusal_words
from whatmatters.frontend.spreadsheets import spreadsheet
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.limits.web.standing import way_lines
from whatmatters.payments.queries import calendar
from whatmatters.places.queries import patches
from whatmatters.policy.comparing import most_people_on_a_page, most_periods
from whatmatters.rules.periods import Period, period_containing
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

CSV = "csv"
AT_FIRST = 3  # periods that the page opens with
QUESTION = {
    "too_many_people": "whose",
    "nothing_to_compare": "whose",
    "nobody_like_that": "people",
    "days_the_wrong_way": "last",
}


@permitted_council(Action.COMPARE_MODELS)
def compare_models(request: Asked) -> HttpResponse:
    """The comparison that the address asks for, as a page or as a table; nothing is written."""
    window = _window(request.actor.council_id, request.today)
    form = _form(request, window)
    found = _found(request, form) if window and form.is_valid() else None
    if found is not None and request.GET.get("as") == CSV:
        told = cells(found, names_of(found.models), WAY_NAMES)
        return spreadsheet(f"ways-of-paying-{request.today}", columns(), told)
    context: dict[str, Any] = {
        "asking": form,
        "periods": window,
        "page_has_errors": bool(form.errors),
    }
    if found is not None:
        context |= shown.page(found, names_of(found.models)) | {"csv": _csv(request)}
        lines = way_lines(request, [one.model for one in found.models])
        context["limit_lines"] = [line for line in lines if line.count]
    return render(request, "comparing/compare.html", context)


def _found(request: Asked, form: CompareForm) -> Comparison | None:
    try:
        return compare(
            request.actor.council_id,
            form.asked(),
            today=request.today,
            most_people=most_people_on_a_page(),
        )
    except Refusal as refused:
        form.add_error(QUESTION.get(refused.code), refusal_words(refused))
        return None


def _window(council_id: int, today: date) -> list[Period]:
    """The payment periods that are over since the first agreement, the newest first."""
    anchor, first = calendar(council_id), first_start(council_id)
    if anchor is None or first is None:
        return []
    period = period_containing(today, anchor)
    found: list[Period] = []
    while len(found) < most_periods():
        period = Period(period.start - (period.end - period.start), period.start)
        if period.end <= first:
            break
        found.append(period)
    return found


def _form(request: Asked, window: list[Period]) -> CompareForm:
    """As the address says; where it says nothing, everybody over the newest periods."""
    council_id = request.actor.council_id
    data = request.GET.copy()
    if window:
        at_first = window[min(AT_FIRST, len(window)) - 1]
        data.setdefault("whose", ALL)
        data.setdefault("first", at_first.start.isoformat())
        data.setdefault("last", window[0].start.isoformat())
    on = window[0].last_day if window else request.today
    return CompareForm(
        data, cohorts=_cohorts(council_id), window=window, contracts=live_contracts(council_id, on)
    )


def _cohorts(council_id: int) -> list[tuple[str, str]]:
    """Areas, then providers, by name."""
    welsh = (get_language() or "").startswith("cy")
    area, provider = _("Area: %(name)s"), _("Provider: %(name)s")
    found = [
        (f"area:{one.id}", area % {"name": one.name_cy if welsh else one.name_en})
        for one in patches(council_id)
    ]
    for number, (english, its_welsh) in providers(council_id).items():
        found.append((f"provider:{number}", provider % {"name": its_welsh if welsh else english}))
    return found


def _csv(request: Asked) -> str:
    """The address of the table with the same figures."""
    asked = request.GET.copy()
    asked["as"] = CSV
    return "?" + asked.urlencode()
