"""The council's payment periods: from which Monday, which come next, and saying so once."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import may_in_council
from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.payments.queries import calendar
from whatmatters.payments.services import set_calendar
from whatmatters.payments.web.calendar_form import CalendarForm
from whatmatters.payments.web.refusal_words import refusal_words
from whatmatters.rules.periods import PERIODS_IN_A_YEAR, Period, period_containing
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

# Which question a refusal belongs to; that they are set already belongs to none.
ASKED_BY = {"not_a_monday": "anchor", "anchor_too_far": "anchor"}


@permitted_council(Action.SEE_RUNS, post=Action.PROPOSE_RUN)
def run_calendar(request: Asked) -> HttpResponse:
    """The periods of the year that begins now; where none are set yet, the question."""
    form = CalendarForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            set_calendar(by=request.actor, at=request.at, anchor=form.cleaned_data["anchor"])
        except Refusal as refusal:
            form.refuse(refusal_words(refusal), ASKED_BY.get(refusal.code))
        else:
            messages.success(request, _("Kept. The payment periods run from this Monday."))
            return HttpResponseRedirect(reverse("run_calendar"))
    anchor = calendar(request.actor.council_id)
    asks = anchor is None and may_in_council(request.actor, Action.PROPOSE_RUN)
    context: dict[str, object] = {
        "anchor": anchor,
        "periods": a_year(anchor, request.today) if anchor else [],
    }
    # Whoever is asked nothing has no form: of a form its page is sent, to change the language too.
    context |= {"form": form} if asks or form.is_bound else {}
    return render(request, "payments/run_calendar.html", context, status=status(request))


def a_year(anchor: date, today: date) -> list[Period]:
    """Thirteen periods: the one of today, or the first of all, and those that follow it."""
    told = [period_containing(max(anchor, today), anchor)]
    while len(told) < PERIODS_IN_A_YEAR:
        told.append(told[-1].next())
    return told
