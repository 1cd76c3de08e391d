"""A joint review's minutes, and the open book, as they are handed in."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.blocks.services import BookGiven, ReviewGiven, hand_in_book, hold_review
from whatmatters.blocks.web.sending import form_page, found_block
from whatmatters.blocks.web.telling_forms import BookForm, ReviewForm
from whatmatters.rules.blocks.capacity import ReviewDecision
from whatmatters.rules.permissions import Action

KEEP, BOOK = Action.KEEP_BLOCK, Action.HAND_IN_BOOK
REVIEW = gettext_lazy("Minutes of a joint review")
OPEN_BOOK = gettext_lazy("Hand in the open book")


@permitted_council(KEEP, post=KEEP, called=REVIEW)
def block_review(request: Asked, block_id: int) -> HttpResponse:
    """Who met, what was said, what was decided."""
    block = found_block(request, block_id)
    form = ReviewForm(sent(request), initial={"held_on": request.today})

    def verb() -> int:
        told = form.cleaned_data
        given = ReviewGiven(
            told["held_on"], ReviewDecision(told["decision"]), told["attended"], told["minutes"]
        )
        return hold_review(by=request.actor, at=request.at, block_id=block.id, given=given)

    lead = _("Those who pay and those who work look at the figures together. Name no person.")
    return form_page(request, block, form, verb, (REVIEW, lead, _("Keep the minutes")))


@permitted_council(BOOK, post=BOOK, called=OPEN_BOOK)
def block_book(request: Asked, block_id: int) -> HttpResponse:
    """What the block really cost."""
    block = found_block(request, block_id)
    form = BookForm(sent(request))

    def verb() -> int:
        told = form.cleaned_data
        given = BookGiven(told["wages"], told["on_costs"], told["management"], told["overheads"])
        return hand_in_book(by=request.actor, at=request.at, block_id=block.id, given=given)

    lead = _("From the first day of the block to its last. A profit above the cap goes back.")
    if block.follows_id is not None:
        lead = _("Of the whole year, its earlier prices too. A profit above the caps goes back.")
    return form_page(request, block, form, verb, (OPEN_BOOK, lead, _("Hand it in")))
