"""Switches of the council, and one that is opened."""

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.rules.permissions import Action
from whatmatters.switching.queries import switches, transitions
from whatmatters.switching.web.contracts import of_switches

DECIDES = Action.CHANGE_CONTRACTS


@permitted_council(DECIDES)
def switch_list(request: Asked) -> HttpResponse:
    """Every switch, the newest first, with how many are to be moved and how many were."""
    held = switches(request.actor.council_id)
    page = paging(ListForm(request.GET), len(held))
    shown = held[page.start : page.start + PER_PAGE]
    named = of_switches(request.actor.council_id, shown)
    people = transitions(request.actor.council_id, switch_ids=[one.id for one in shown])
    every = Counter(one.switch_id for one in people)
    waiting = Counter(one.switch_id for one in people if one.open)
    moved = Counter(one.switch_id for one in people if one.moved_from)
    rows = [
        {
            "facts": one,
            "old": named[one.old_id],
            "new": named[one.new_id],
            "people": every[one.id],
            "waiting": waiting[one.id],
            "moved": moved[one.id],
        }
        for one in shown
    ]
    return render(request, "switching/switch_list.html", {"rows": rows, "paging": page})
