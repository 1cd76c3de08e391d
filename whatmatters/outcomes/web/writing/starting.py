"""A new plan for a person: its days, and whether it starts from what an earlier one says."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted
from whatmatters.outcomes.services import NewPlan, draft_plan
from whatmatters.outcomes.web.attempts import refuse
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.outcomes.web.writing.saving import BESIDE
from whatmatters.outcomes.web.writing.start_form import EARLIER, StartForm
from whatmatters.outcomes.web.writing.start_reading import Starting, first_content, read_starting
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


@permitted(
    Action.WRITE_PLAN,
    person="person_id",
    post=Action.WRITE_PLAN,
    called=gettext_lazy("A plan for a person"),
)
def plan_start(request: Asked, person_id: int) -> HttpResponse:
    """Begin a draft; where this provider is writing one for the person already, it goes on."""
    read = read_starting(request, person_id)
    form = StartForm(sent(request), contracts=read.contracts, earlier=read.earlier)
    if form.is_valid():
        version_id = _begun(request, read, form)
        if version_id is not None:
            return redirect("plan_write", version_id=version_id)
    told = {
        "form": form,
        "name": read.person.known_as,
        "record_url": reverse("record", args=[person_id]),
        "write_url": reverse("plan_write", args=[read.draft.id]) if read.draft else "",
        "can_start": bool(read.contracts) and not read.draft,
        "wanted": read.wanted,
    }
    return render(request, "outcomes/plan_start.html", told, status=status(request))


def _begun(request: Asked, read: Starting, form: StartForm) -> int | None:
    """The version to go on with; None where it was refused, and the form says why."""
    if read.draft is not None:
        messages.info(request, _("A plan is being written already. Here it is."))
        return read.draft.id
    told = form.cleaned_data
    again = told.get("start_from") == EARLIER
    days = (told["starts"], told["ends"], told["review_on"])
    contract = next(one for one in read.contracts if str(one.id) == told["contract"])
    block = contract.model == patch_block.name
    plan = NewPlan(
        person_id=read.person.id,
        contract_id=contract.id,
        content=first_content(read, *days, again=again, block=block),
        follows=read.earlier.plan_id if read.earlier else None,
        initial=read.initial,
    )
    by, at = request.actor, request.at
    try:
        return take_once(
            by=by,
            at=at,
            token=told["form_token"],
            verb=lambda: draft_plan(by=by, at=at, plan=plan).version_id,
        )
    except Refusal as refusal:
        refuse(form, refusal, BESIDE)
        return None
