"""One switch with its people: who is ready, what stands in whose way, and who does what by when."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.frontend.forms import PageForm
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.people.queries import person_facts
from whatmatters.rules.switching import Stand
from whatmatters.switching.queries import Placed, placed, switches, transitions
from whatmatters.switching.services import move_ready
from whatmatters.switching.web.contracts import of_switches, patch_names
from whatmatters.switching.web.sending import made_once
from whatmatters.switching.web.steps import steps
from whatmatters.switching.web.switch_list import DECIDES
from whatmatters.switching.web.words import STANDS


class MoveForm(PageForm):
    """Asks nothing: the list above it is the question."""

    keeps_drafts = False


@permitted_council(DECIDES, post=DECIDES)
def switch(request: Asked, switch_id: int) -> HttpResponse:
    """Everybody in it; what is sent moves those who are ready, each alone."""
    held = switches(request.actor.council_id, ids=[switch_id])
    if not held:
        raise Http404
    form = MoveForm(sent(request))
    if form.is_valid() and _moved(request, form, switch_id):
        return redirect("switch", switch_id=switch_id)
    people = transitions(request.actor.council_id, switch_ids=[switch_id])
    every = placed(held[0], people, request.today)
    page = paging(ListForm(request.GET), len(every))
    shown = every[page.start : page.start + PER_PAGE]
    named = of_switches(request.actor.council_id, held)
    names = person_facts([one.facts.person_id for one in shown])
    context = {
        "switch": held[0],
        "old": named[held[0].old_id],
        "new": named[held[0].new_id],
        "patch": patch_names(request.actor.council_id).get(held[0].patch_id or 0, ""),
        "rows": [
            {
                "facts": one.facts,
                "name": names[one.facts.person_id].full_name,
                "flag": STANDS[one.stand],
                "steps": steps(held[0], one),
            }
            for one in shown
        ],
        "counts": _counts(every),
        "ready": sum(one.stand is Stand.READY for one in every),
        "paging": page,
        "form": form,
    }
    return render(request, "switching/switch.html", context, status=status(request))


def _counts(every: tuple[Placed, ...]) -> list[tuple[object, int]]:
    return [(STANDS[s][1], sum(one.stand is s for one in every)) for s in Stand]


def _moved(request: Asked, form: PageForm, switch_id: int) -> bool:
    def verb() -> int:
        done = move_ready(by=request.actor, at=request.at, switch_id=switch_id)
        n = len(done.moved)
        messages.success(
            request, ngettext("%(n)s person moved", "%(n)s people moved", n) % {"n": n}
        )
        if done.refused:
            told = _("Could not be moved, and nothing of theirs was changed: %(names)s")
            messages.error(request, told % {"names": _names(request, switch_id, done.refused)})
        return switch_id

    return made_once(request, form, verb) is not None


def _names(request: Asked, switch_id: int, refused: tuple[tuple[int, str], ...]) -> str:
    ids = {one for one, _code in refused}
    people = transitions(request.actor.council_id, switch_ids=[switch_id])
    found = person_facts([one.person_id for one in people if one.id in ids])
    return ", ".join(sorted(one.full_name for one in found.values()))
