"""One run: what it pays, what changed, its lines; and its release by a second person."""

from collections.abc import Set

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import may_in_council
from whatmatters.access.queries.bodies import accounts_of_people
from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.forms import PageForm
from whatmatters.frontend.listing import ListForm, page_links
from whatmatters.frontend.templatetags.wm import period_words, pounds
from whatmatters.payments.queries import ChangesView, RunView
from whatmatters.payments.queries import run as run_of
from whatmatters.payments.queries.payees import sums_by_payee
from whatmatters.payments.services import release_run
from whatmatters.payments.web.bank_shown import bank_of_run
from whatmatters.payments.web.left_out_page import FIRST, left_out_rows
from whatmatters.payments.web.refusal_words import CHANGES, refusal_words
from whatmatters.payments.web.run_list import waits_for
from whatmatters.payments.web.run_payees import payee_rows
from whatmatters.payments.web.run_pays import Pays, has_paid, would_pay
from whatmatters.payments.web.shown_runs import shown_run
from whatmatters.payments.web.statement_lines import shown_lines
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

# Kinds of change that the run's sum does not hold.
APART = frozenset({"stopped", "held"})


class ReleaseForm(PageForm):
    """Asks nothing: the page is the question."""

    keeps_drafts = False


@permitted_council(Action.SEE_RUNS)
def run(request: Asked, run_id: int) -> HttpResponse:
    """One run with a page of its lines."""
    view = _found(request, run_id)
    shown = shown_lines(request.actor, request.today, view.lines)
    context = _context(request, view) | {
        "lines": [shown[line.line_id].line for line in view.lines],
        "paging": {
            "page": view.page,
            "pages": view.pages,
            "links": page_links(view.page, view.pages, ListForm(request.GET).address),
        },
    }
    return render(request, "payments/run.html", context)


@permitted_council(Action.RELEASE_RUN, post=Action.RELEASE_RUN)
def run_release(request: Asked, run_id: int) -> HttpResponse:
    """Asks a second person whether to pay, and pays. Sent twice, it pays once and says so."""
    view = _found(request, run_id)
    form = ReleaseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            done = release_run(by=request.actor, at=request.at, run_id=run_id)
        except Refusal as refusal:
            form.refuse(refusal_words(refusal))
        else:
            _tell(request, done.new, done.paid_pence)
            return HttpResponseRedirect(reverse("run", args=[run_id]))
    context = _context(request, view) | {"form": form}
    return render(request, "payments/run_release.html", context, status=422 if form.errors else 200)


def _found(request: Asked, run_id: int) -> RunView:
    number = ListForm(request.GET).number()
    view = run_of(request.actor.council_id, run_id, page=number)
    if view is None:
        raise Http404
    return view


def _context(request: Asked, view: RunView) -> dict[str, object]:
    facts = view.facts
    sums = sums_by_payee(request.actor.council_id, facts.run_id)
    own = accounts_of_people(request.actor.council_id)
    pays = _pays(view, request.actor.council_id, own)
    return {
        "run": shown_run(facts, user_names([facts.proposed_by_id, facts.released_by_id or 0])),
        "title": _title(view, pays),
        "pays": pays,
        "proposed": facts.state is RunState.PROPOSED,
        "released": facts.state is RunState.RELEASED,
        "aside": facts.state is RunState.DISCARDED,
        "payees": payee_rows(own, sums, view, pays),
        "held": -sum(s.held for s in sums),
        "waits_for": waits_for(facts, request.actor),
        "changes": _changes(view.changes, in_sum=True),
        "apart": _changes(view.changes, in_sum=False),
        "previous": view.changes.previous_total,
        "beside": _beside(view.changes),
        "left_out": left_out_rows(view.left_out[:FIRST]),
        "left_count": len(view.left_out),
        "bank": bank_of_run(request.actor, facts.run_id, [one.payee_id for one in sums]),
        "may_file": may_in_council(request.actor, Action.MAKE_PAYMENT_FILE),
        "ledger": f"{reverse('ledger')}?period={facts.period_start}",
    }


def _pays(view: RunView, council_id: int, own: Set[int]) -> Pays:
    """A run that was put aside pays nothing, so it is told by its lines alone."""
    if view.facts.state is RunState.PROPOSED:
        return would_pay(council_id, view.facts.run_id, own)
    if view.facts.state is RunState.RELEASED:
        return has_paid(view.remittances, own)
    return Pays(0, 0, {})


def _title(view: RunView, pays: Pays) -> str:
    told = {
        "pounds": pounds(pays.paid),
        "days": period_words(Period(view.facts.period_start, view.facts.period_end)),
    }
    if view.facts.state is RunState.RELEASED:
        # What remittances paid: a balance carried, or asked back, is in the lines and not in it.
        told["pounds"] = pounds(sum(remittance.paid for remittance in view.remittances))
        return _("%(pounds)s is paid for %(days)s") % told
    if view.facts.state is RunState.DISCARDED:
        return _("This run was put aside: nothing was paid by it")
    return _("%(pounds)s is proposed for %(days)s") % told


def _beside(changes: ChangesView) -> str:
    """The sum beside that of the run before, as a sentence; "" for the first run."""
    if changes.previous_total is None:
        return ""
    more = changes.total - changes.previous_total
    told = {"pounds": pounds(abs(more)), "before": pounds(changes.previous_total)}
    if more == 0:
        return _("As much as the run before.")
    if more > 0:
        return _("%(pounds)s more than the run before, which came to %(before)s.") % told
    return _("%(pounds)s less than the run before, which came to %(before)s.") % told


def _changes(changes: ChangesView, *, in_sum: bool) -> list[tuple[str, int, int]]:
    """Kinds that add up to the run's sum, or those that stand beside it."""
    rows = [row for row in changes.by_kind if (row.kind not in APART) is in_sum]
    return [
        (str(CHANGES.get(row.kind, row.kind)), row.lines, row.pence if in_sum else abs(row.pence))
        for row in rows
    ]


def _tell(request: Asked, new: bool, pence: int) -> None:
    if new:
        words = _("Released. %(pounds)s is paid, and every statement is written.")
        messages.success(request, words % {"pounds": pounds(pence)})
    else:
        messages.info(request, _("This run was released already. Nothing was paid twice."))
