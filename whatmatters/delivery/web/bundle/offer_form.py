"""Yes, no or later to a smaller bundle."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, sent
from whatmatters.delivery.services import own_voice
from whatmatters.delivery.web.moved_shown import ANSWERS
from whatmatters.delivery.web.whose_word import TEAM, Choice, words_of
from whatmatters.frontend.forms import OneOf, PageForm, WordsField


class OfferForm(PageForm):
    """Yes, no or later, in own words, and whose word it is."""

    answer = OneOf(
        label=gettext_lazy("Shall the bundle be smaller?"), choices=list(ANSWERS.items())
    )
    said = WordsField(label=gettext_lazy("What was said, in their words"), required=False)
    whose = OneOf(label=gettext_lazy("Whose word is it?"))

    def __init__(self, data: Any = None, *, whose: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if whose:
            self.fields["whose"].choices = list(whose)  # type: ignore[attr-defined]
        else:
            del self.fields["whose"]


def offer_form(request: Asked, person_id: int) -> OfferForm:
    """Asks whose word it is where the reader has no say of their own about her."""
    own = own_voice(request.actor, person_id, request.at) is not None
    whose = [one for one in words_of(person_id, request.today) if one[0] != TEAM]
    return OfferForm(sent(request), whose=() if own else whose)
