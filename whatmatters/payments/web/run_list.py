"""The list of runs, and proposing the next one."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.payments.queries import RunFacts, contests, next_period, runs
from whatmatters.payments.services import propose_run
from whatmatters.payments.web.refusal_words import refusal_words
from whatmatters.payments.web.shown_runs import shown_run
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


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


def next_run(council_id: int, today: date, known: tuple[RunFacts, ...]) -> NextRun:
    """What comes next, from the runs there are."""
    period = next_period(council_id)
    waiting = next((run for run in known if run.state is RunState.PROPOSED), None)
    return NextRun(period, period is not None and period.end <= today, waiting)


@permitted_council(Action.SEE_RUNS)
def run_list(request: Asked) -> HttpResponse:
    """Every run, what waits, and what can be proposed."""
    return _page(request)


@permitted_council(Action.PROPOSE_RUN, post=Action.PROPOSE_RUN)
def run_propose(request: Asked) -> HttpResponse:
    """Propose the period that comes next; sent twice, it is the same run."""
    following = next_period(request.actor.council_id)
    if request.method != "POST" or following is None:
        return _page(request, propose=True)
    try:
        proposed = propose_run(by=request.actor, at=request.at, period_start=following.start)
    except Refusal as refusal:
        return _page(request, propose=True, refused=refusal_words(refusal))
    words = _("This run is proposed. Nothing is paid until somebody else releases it.")
    messages.success(request, words)
    return HttpResponseRedirect(reverse("run", args=[proposed.run_id]))


def _page(request: Asked, *, propose: bool = False, refused: str = "") -> HttpResponse:
    known = runs(request.actor.council_id)
    to_come = next_run(request.actor.council_id, request.today, known)
    context = {
        "runs": [shown_run(r, {}) for r in known if r.state is not RunState.DISCARDED],
        "put_aside": sum(run.state is RunState.DISCARDED for run in known),
        "next": to_come,
        "waiting": shown_run(to_come.waiting, {}) if to_come.waiting else None,
        "title": title(to_come),
        "may_propose": may_in_council(request.actor, Action.PROPOSE_RUN),
        "open_contests": len(contests(request.actor.council_id, open_only=True)),
        "refused": refused,
        "page_has_errors": bool(refused),
    }
    return render(request, "payments/run_list.html", context, status=422 if refused else 200)


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
