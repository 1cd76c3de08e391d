"""Whether she wants it: asked of her, or of who writes it down as she says it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.rules.switching import LONGEST
from whatmatters.switching.web.words import HER_WORDS


class WordForm(PageForm):
    """Yes or no, and a few words. `writer`: she says it to who writes it down."""

    word = OneOf(
        label=gettext_lazy("What do you think of it?"),
        choices=[(str(code), words) for code, words in HER_WORDS.items()],
    )
    words = WordsField(
        label=gettext_lazy("A few words, if you want to add any"),
        max_length=LONGEST,
        required=False,
        rows=3,
    )
    heard = forms.BooleanField(
        label=gettext_lazy("The person is with me and says this; I write it down as it is said")
    )

    def __init__(self, data: Any, *, writer: bool) -> None:
        super().__init__(data)
        if not writer:
            del self.fields["heard"]
