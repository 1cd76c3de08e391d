"""What a run could not assess: the first of it stands on the run, all of it on pages of its own."""

from collections.abc import Iterable

from django.http import Http404, HttpResponse
from django.shortcuts import render

from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.left_out_words import what_to_do, what_waits, why_left_out
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.payments.queries import run as run_of
from whatmatters.payments.queries.left_out import LeftOutView
from whatmatters.people.queries import person_facts
from whatmatters.rules.permissions import Action

FIRST = 5


def left_out_rows(found: Iterable[LeftOutView]) -> list[dict[str, object]]:
    """Each with whose agreement it is, why, what waits, and what to do about it."""
    shown = list(found)
    names = person_facts({one.person_id for one in shown if one.person_id is not None})
    return [
        {
            "agreement": one.agreement_id,
            "name": names[one.person_id].full_name if one.person_id in names else "",
            "why": why_left_out(one.code, one.told),
            "waits": what_waits(one.part),
            "to_do": what_to_do(one.code),
        }
        for one in shown
    ]


@permitted_council(Action.SEE_RUNS)
def run_left_out(request: Asked, run_id: int) -> HttpResponse:
    """Every agreement that a run left out, page by page."""
    view = run_of(request.actor.council_id, run_id)
    if view is None:
        raise Http404
    page = paging(ListForm(request.GET), len(view.left_out))
    told = {
        "run_id": run_id,
        "left_count": len(view.left_out),
        "left_out": left_out_rows(view.left_out[page.start : page.start + PER_PAGE]),
        "paging": page,
    }
    return render(request, "payments/run_left_out.html", told)
