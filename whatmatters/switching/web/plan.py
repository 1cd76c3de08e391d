"""One person's transition plan, written by the commissioner or her social worker."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import may_in_council
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.outcomes.web.person_page import person_page
from whatmatters.rules.permissions import Action
from whatmatters.rules.switching import WayTo
from whatmatters.switching.queries import placed, switches, transitions
from whatmatters.switching.services import plan_transition
from whatmatters.switching.web.contracts import of_switches
from whatmatters.switching.web.plan_form import PlanForm
from whatmatters.switching.web.sending import made_once
from whatmatters.switching.web.steps import steps
from whatmatters.switching.web.words import SAID, STANDS

WRITES = Action.AGREE_BUNDLE
PLAN = gettext_lazy("Transition plan")


@permitted(WRITES, person="person_id", post=WRITES, called=PLAN)
def transition_plan(request: Asked, person_id: int) -> HttpResponse:
    """The newest plan: how she stands, what is in the way, and the questions."""
    page = person_page(request)
    found = transitions(request.actor.council_id, person_ids=[person_id])
    if not found:
        return render(request, "switching/plan.html", {"page": page, "title": PLAN})
    held = found[-1]
    (switch,) = switches(request.actor.council_id, ids=[held.switch_id])
    named = of_switches(request.actor.council_id, [switch])
    new = named[switch.new_id]
    bundle = new.facts.model == WayTo.BUNDLED_HOURS
    form = None if held.moved_from else PlanForm(sent(request), bundle=bundle, held=held)
    if form is not None and form.is_valid():
        plan = partial(plan_transition, by=request.actor, at=request.at, transition_id=held.id)
        seen = form.cleaned_data["seen"]
        if made_once(request, form, lambda: plan(given=form.given(), seen=seen)) is not None:
            messages.success(request, _("The plan is kept."))
            return redirect("transition_plan", person_id=person_id)
    (one,) = placed(switch, [held], request.today)
    context = {
        "page": page,
        "title": PLAN,
        "facts": held,
        "switch": switch,
        "old": named[switch.old_id],
        "new": new,
        "flag": STANDS[one.stand],
        "steps": steps(switch, one),
        "said": SAID[held.said.word] if held.said else "",
        "to_switch": may_in_council(request.actor, Action.CHANGE_CONTRACTS),
        "form": form,
    }
    return render(request, "switching/plan.html", context, status=status(request))
