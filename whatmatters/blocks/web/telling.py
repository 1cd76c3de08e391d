"""What is told of a block's team: hours by instalment, and an estimate."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.blocks.services import EstimateGiven, estimate_capacity, record_capacity
from whatmatters.blocks.web.sending import form_page, found_block
from whatmatters.blocks.web.telling_forms import CapacityForm, EstimateForm
from whatmatters.rules.blocks.capacity import CapacityMethod
from whatmatters.rules.blocks.year import instalment_on
from whatmatters.rules.permissions import Action

KEEP = Action.KEEP_BLOCK
CAPACITY = gettext_lazy("Hours of an instalment")
ESTIMATE = gettext_lazy("Estimate what the team can give")


@permitted_council(KEEP, post=KEEP, called=CAPACITY)
def block_capacity(request: Asked, block_id: int) -> HttpResponse:
    """Hours promised to people, and hours that the team could give."""
    block = found_block(request, block_id)
    now = instalment_on(block.year_starts, request.today)
    form = CapacityForm(sent(request), initial={"instalment": now})

    def verb() -> int:
        told = form.cleaned_data
        return record_capacity(
            by=request.actor,
            at=request.at,
            block_id=block.id,
            instalment=told["instalment"],
            committed=told["committed"],
            deployable=told["deployable"],
        )

    lead = _("It changes no price. Where it stays outside the band, a joint review is proposed.")
    return form_page(request, block, form, verb, (CAPACITY, lead, _("Keep these hours")))


@permitted_council(KEEP, post=KEEP, called=ESTIMATE)
def block_estimate(request: Asked, block_id: int) -> HttpResponse:
    """Capacity, with its method, inputs and assumptions."""
    block = found_block(request, block_id)
    form = EstimateForm(sent(request), initial={"on": request.today})

    def verb() -> int:
        told = form.cleaned_data
        given = EstimateGiven(
            told["on"],
            CapacityMethod(told["method"]),
            told["hours"],
            told["inputs"],
            told["assumptions"],
        )
        return estimate_capacity(by=request.actor, at=request.at, block_id=block.id, given=given)

    lead = _("The first estimate is often wrong. Those before stay, so that all can learn.")
    return form_page(request, block, form, verb, (ESTIMATE, lead, _("Keep the estimate")))
