"""Take an open book, or send it back with a reason."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.blocks.queries.told import block_of_book
from whatmatters.blocks.services import answer_book
from whatmatters.blocks.web.sending import form_page, found_block
from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.rules.permissions import Action

ANSWER = Action.ANSWER_BOOK
TITLE = gettext_lazy("Answer an open book")


class AnswerForm(PageForm):
    """Yes, or no and why."""

    answer = OneOf(
        label=gettext_lazy("What do you say to it?"),
        choices=[
            ("take", gettext_lazy("Take it: profit above the cap goes back with the next run")),
            ("send_back", gettext_lazy("Send it back")),
        ],
    )
    reason = WordsField(label=gettext_lazy("Why it goes back"), required=False)


@permitted_council(ANSWER, post=ANSWER, called=TITLE)
def book_answer(request: Asked, book_id: int) -> HttpResponse:
    """Answered once."""
    block_id = block_of_book(request.actor.council_id, book_id)
    if block_id is None:
        raise Http404
    block = found_block(request, block_id)
    form = AnswerForm(sent(request))

    def verb() -> int:
        told = form.cleaned_data
        answer_book(
            by=request.actor,
            at=request.at,
            book_id=book_id,
            accepted=told["answer"] == "take",
            reason=told["reason"],
        )
        return block.id

    lead = _("Look at its figures on the block’s page first. Another person handed it in.")
    return form_page(request, block, form, verb, (TITLE, lead, _("Answer")))
