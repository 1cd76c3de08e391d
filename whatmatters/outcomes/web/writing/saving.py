"""Keeping one part of a draft; putting the whole of it to the three."""

from django.contrib import messages
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.outcomes.services import propose_plans, save_draft
from whatmatters.outcomes.web.attempts import is_done
from whatmatters.outcomes.web.writing.parts import Part
from whatmatters.outcomes.web.writing.reading import Writing
from whatmatters.rules.lifecycles import PlanState

BESIDE = {
    "line_needs_hours_or_cost": "paid",
    "line_hours_and_cost": "paid",
    "line_hours_impossible": "hours",
    "line_cost_impossible": "cost",
    "critical_line_without_tolerance": "tolerance_minutes",
    "rate_missing": "band",
    "plan_ends_before_it_starts": "ends",
    "review_before_plan": "review_on",
    "contract_not_in_force": "starts",
}


def is_saved(request: Asked, read: Writing, part: Part) -> bool:
    """Whether the part is kept now; where it is refused, its form says why."""
    form, facts = part.form, read.plan.content.facts
    if form.cleaned_data["lock"] != facts.lock:
        if form.is_in(read.content):
            return True
        form.refuse(
            _(
                "Somebody saved this draft after you opened it. What you typed is still here: look "
                "at the plan as it is now, and save again."
            )
        )
        form.newer(facts.lock)
        return False
    content = form.changed(read.content)
    kept = is_done(
        form,
        lambda: save_draft(
            by=request.actor,
            at=request.at,
            version_id=facts.id,
            lock=facts.lock,
            content=content,
        ),
        BESIDE,
    )
    if kept:
        messages.success(request, _("The draft is saved."))
    return kept


def is_proposed(request: Asked, read: Writing, part: Part) -> bool:
    """Whether the plan is put to the three."""
    facts = read.plan.content.facts
    if facts.state is PlanState.PROPOSED:
        return True
    if part.form.cleaned_data["lock"] != facts.lock:
        part.form.refuse(
            _("Somebody saved this draft after you opened it. Read it as it is now, then propose.")
        )
        part.form.newer(facts.lock)
        return False
    if not is_done(
        part.form,
        lambda: propose_plans(
            by=request.actor, at=request.at, on=request.today, version_ids=[facts.id]
        ),
    ):
        return False
    messages.success(request, _("The plan is proposed. It waits for the answers of all three."))
    return True
