"""After a draft: the next version of a plan, and taking one back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, permitted
from whatmatters.outcomes.queries import versions_of_plan
from whatmatters.outcomes.services import redraft, withdraw_plan
from whatmatters.outcomes.web.addresses import person_of_version
from whatmatters.outcomes.web.attempts import ButtonForm, is_done
from whatmatters.outcomes.web.plans.page import plan_page
from whatmatters.outcomes.web.plans.reading import PlanRead, read_plan
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.permissions import Action

CAN_FOLLOW = frozenset(
    {PlanState.PROPOSED, PlanState.AMENDMENT_REQUESTED, PlanState.DECLINED, PlanState.AGREED}
)
CAN_GO = CAN_FOLLOW - {PlanState.AGREED} | {PlanState.DRAFT}


@permitted(Action.WRITE_PLAN, person=person_of_version, post=Action.WRITE_PLAN)
def plan_again(request: Asked, version_id: int) -> HttpResponse:
    """The next version. One that was agreed holds until the new one is agreed. Sent twice, one."""
    read, form = read_plan(request, version_id), ButtonForm(sent(request))
    writing = being_written(request, read)
    if form.is_valid() and (writing or is_done(form, lambda: _again(request, version_id))):
        return redirect("plan_write", version_id=writing or being_written(request, read))
    state = read.content.facts.state
    told = {
        "page": plan_page(read, request.sight),
        "form": form,
        "can": state in CAN_FOLLOW and writing is None,
        "is_agreed": state is PlanState.AGREED,
        "writing": writing,
    }
    return render(request, "outcomes/plan_again.html", told, status=status(request))


def _again(request: Asked, version_id: int) -> None:
    redraft(by=request.actor, at=request.at, on=request.today, version_id=version_id)


@permitted(Action.WRITE_PLAN, person=person_of_version, post=Action.WRITE_PLAN)
def plan_withdraw(request: Asked, version_id: int) -> HttpResponse:
    """Take back a draft or a proposal. Sent twice, it is taken back once."""
    read, form = read_plan(request, version_id), ButtonForm(sent(request))
    facts = read.content.facts
    if form.is_valid() and (
        facts.withdrawn_on or is_done(form, lambda: _withdraw(request, version_id))
    ):
        messages.success(request, _("It is taken back. What was written can still be read."))
        return redirect("plan_version", version_id=version_id)
    can = facts.state in CAN_GO and facts.urgent_on is None
    told = {"page": plan_page(read, request.sight), "form": form, "can": can}
    return render(request, "outcomes/plan_withdraw.html", told, status=status(request))


def _withdraw(request: Asked, version_id: int) -> None:
    withdraw_plan(by=request.actor, at=request.at, on=request.today, version_id=version_id)


def being_written(request: Asked, read: PlanRead) -> int | None:
    """The version of the same plan that is being written now."""
    plan_id, council_id = read.content.facts.plan_id, request.actor.council_id
    found = versions_of_plan(plan_id, council_id=council_id)
    return next((facts.id for facts in found if facts.state is PlanState.DRAFT), None)
