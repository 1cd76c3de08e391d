"""The list of runs, and proposing the next one."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.payments.queries import RunFacts, calendar, contests, next_period
from whatmatters.payments.queries.listed import count_runs, listed_runs, newest_run, run_years
from whatmatters.payments.services import propose_run
from whatmatters.payments.web.refusal_words import refusal_words
from whatmatters.payments.web.run_pays import would_pay
from whatmatters.payments.web.shown_runs import shown_run
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

STANDS = {
    "": (RunState.PROPOSED, RunState.RELEASED),
    "proposed": (RunState.PROPOSED,),
    "released": (RunState.RELEASED,),
    "aside": (RunState.DISCARDED,),
}


class RunFilter(ListForm):
    """Where runs stand, and the year of their days."""

    stand = forms.ChoiceField(
        label=gettext_lazy("Where it stands"),
        required=False,
        choices=[
            ("", gettext_lazy("Released, or waits for its release")),
            ("proposed", gettext_lazy("Waits for its release")),
            ("released", gettext_lazy("Released")),
            ("aside", gettext_lazy("Put aside")),
        ],
    )
    year = forms.ChoiceField(label=gettext_lazy("Year in which it begins"), required=False)


@dataclass(frozen=True, slots=True)
class NextRun:
    """What can be done now: the next period, whether it is over, and the run that waits for it."""

    period: Period | None
    over: bool
    waiting: RunFacts | None

    @property
    def can_propose(self) -> bool:
        """Whether somebody may propose a run now."""
        return self.over and self.waiting is None


def next_run(council_id: int, today: date) -> NextRun:
    """What comes next, from the runs there are."""
    period = next_period(council_id)
    waiting = newest_run(council_id, RunState.PROPOSED)
    return NextRun(period, period is not None and period.end <= today, waiting)


@permitted_council(Action.SEE_RUNS)
def run_list(request: Asked) -> HttpResponse:
    """What waits, what can be proposed, and the runs until now, a page at a time."""
    return _page(request)


@permitted_council(Action.PROPOSE_RUN, post=Action.PROPOSE_RUN)
def run_propose(request: Asked) -> HttpResponse:
    """Propose the period that comes next; sent twice, it is the same run."""
    following = next_period(request.actor.council_id)
    if request.method != "POST" or following is None:
        return _page(request)
    try:
        proposed = propose_run(by=request.actor, at=request.at, period_start=following.start)
    except Refusal as refusal:
        return _page(request, refused=refusal_words(refusal))
    words = _("This run is proposed. Nothing is paid until somebody else releases it.")
    messages.success(request, words)
    return HttpResponseRedirect(reverse("run", args=[proposed.run_id]))


def _page(request: Asked, *, refused: str = "") -> HttpResponse:
    council_id = request.actor.council_id
    to_come = next_run(council_id, request.today)
    context: dict[str, object] = {
        "next": to_come,
        "waiting": shown_run(to_come.waiting, {}) if to_come.waiting else None,
        "pays": would_pay(council_id, to_come.waiting.run_id) if to_come.waiting else None,
        "title": title(to_come),
        "may_propose": may_in_council(request.actor, Action.PROPOSE_RUN),
        # A period to run has its calendar: it is asked for only where there is none.
        "no_calendar": to_come.period is None and calendar(council_id) is None,
        "open_contests": len(contests(council_id, open_only=True)),
        "refused": refused,
        "page_has_errors": bool(refused),
    }
    context |= _until_now(request)
    return render(request, "payments/run_list.html", context, status=422 if refused else 200)


def _until_now(request: Asked) -> dict[str, object]:
    """The part of the list that the address asks for."""
    council_id = request.actor.council_id
    form = RunFilter(request.GET)
    form.offer("year", _("Any year"), ((year, year) for year in run_years(council_id)))
    chosen = form.chosen()
    states = STANDS[chosen.get("stand", "")]
    year = int(chosen["year"]) if "year" in chosen else None
    count, put_aside = count_runs(council_id, states, year, STANDS["aside"])
    shown = paging(form, count)
    found = listed_runs(council_id, states, year, offset=shown.start, limit=PER_PAGE)
    return {
        "filters": form,
        "filtered": bool(chosen),
        "paging": shown,
        "runs": [shown_run(run, {}) for run in found],
        "put_aside": put_aside,
    }


def title(to_come: NextRun) -> str:
    """The most important thing about runs now, as a sentence."""
    if to_come.waiting is not None:
        return _("One run waits to be released")
    if to_come.period is None:
        return _("There is nothing to pay yet")
    days = period_words(to_come.period)
    if to_come.over:
        return _("%(days)s can be paid now") % {"days": days}
    return _("Nothing needs releasing today")


def waits_for(run: RunFacts, actor: Actor) -> str:
    """Why a proposed run cannot be released by this reader, or "" where it can."""
    if run.state is not RunState.PROPOSED:
        return ""
    if run.proposed_by_id == actor.user_id:
        return _("You proposed this run, so somebody else has to release it.")
    if not may_in_council(actor, Action.RELEASE_RUN):
        return _("A finance officer who did not propose this run releases it.")
    return ""
