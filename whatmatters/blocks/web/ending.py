"""End a block: its last day, which still earns."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.blocks.services import end_block
from whatmatters.blocks.web.sending import form_page, found_block
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.permissions import Action

SIGN = Action.SIGN_BLOCK
TITLE = gettext_lazy("End a block")


class EndForm(PageForm):
    """The last day, and why."""

    on = DateField(label=gettext_lazy("Last day"))
    reason = OneOf(
        label=gettext_lazy("Why does it end?"),
        choices=[
            (EndReason.REPLACED, gettext_lazy("Something else takes its place")),
            (EndReason.NO_LONGER_NEEDED, gettext_lazy("It is no longer needed")),
        ],
    )


@permitted_council(SIGN, post=SIGN, called=TITLE)
def block_end(request: Asked, block_id: int) -> HttpResponse:
    """Write the last day."""
    block = found_block(request, block_id)
    form = EndForm(sent(request))

    def verb() -> int:
        told = form.cleaned_data
        end_block(
            by=request.actor,
            at=request.at,
            block_id=block.id,
            on=told["on"],
            reason=EndReason(told["reason"]),
        )
        return block.id

    lead = _("The instalment in which it ends is paid by its days; more that was paid comes back.")
    return form_page(request, block, form, verb, (TITLE, lead, _("End it on that day")))
