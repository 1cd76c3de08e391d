"""A block that was signed by mistake, while nothing of it was paid: undone, or put right."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.blocks.queries.priced import priced
from whatmatters.blocks.web.price_shown import price_of
from whatmatters.blocks.web.priced_page import priced_page
from whatmatters.blocks.web.sending import form_page, found_block
from whatmatters.blocks.web.signing_forms import CorrectForm, UndoForm
from whatmatters.payments.services import undo_block
from whatmatters.rules.permissions import Action

SIGN = Action.SIGN_BLOCK
UNDO, CORRECT = gettext_lazy("Undo a block"), gettext_lazy("Put a block’s price right")


@permitted_council(SIGN, post=SIGN, called=UNDO)
def block_undo(request: Asked, block_id: int) -> HttpResponse:
    """As if it had not been signed, with the reason kept."""
    block = found_block(request, block_id)
    form = UndoForm(sent(request))

    def verb() -> int:
        reason = form.cleaned_data["reason"]
        return undo_block(by=request.actor, at=request.at, block_id=block.id, reason=reason)

    lead = _("Only while nothing of it was paid. It stays to be read, and never earns.")
    if block.follows_id is not None:
        lead += " " + _("The price of before it holds again, from the same day.")
    return form_page(request, block, form, verb, (UNDO, lead, _("Undo it")))


@permitted_council(SIGN, post=SIGN, called=CORRECT)
def block_correct(request: Asked, block_id: int) -> HttpResponse:
    """Another price from the same day, seen before it is signed."""
    block = found_block(request, block_id)
    now = priced(request.actor.council_id, (block,))[block.id]
    form = CorrectForm(sent(request), was=now.terms)

    def verb() -> int:
        return undo_block(
            by=request.actor,
            at=request.at,
            block_id=block.id,
            reason=form.cleaned_data["reason"],
            terms=form.terms(),
        )

    lead = _(
        "Only while nothing of it was paid. The wrong price stays to be read, with the reason."
    )
    shown: dict[str, object] = {"title": CORRECT, "lead": lead, "facts": block}
    return priced_page(request, form, verb, lambda: price_of(form), shown)
