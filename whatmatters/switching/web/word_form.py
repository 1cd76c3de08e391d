"""Whether she wants it: asked of her, or of who writes it down as she says it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.rules.switching import LONGEST
from whatmatters.switching.web.words import HER_WORDS


class WordForm(PageForm):
    """Yes or no to the version that she saw, and a few words. `writer`: somebody writes it down."""

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

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, writer: bool, seen: int) -> None:
        super().__init__(data, initial={"seen": seen})
        if not writer:
            del self.fields["heard"]
