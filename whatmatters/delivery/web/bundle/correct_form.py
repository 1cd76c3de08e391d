"""Which movement of the bank is wrong, why, and whose word that is."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from whatmatters.delivery.web.whose_word import Choice
from whatmatters.frontend.forms import OneOf, PageForm, WordsField


class CorrectForm(PageForm):
    """Which movement, and why; `whose` as where minutes are moved."""

    movement = OneOf(label=gettext_lazy("Which movement is wrong?"))
    why = WordsField(label=gettext_lazy("What is wrong with it?"))
    whose = OneOf(label=gettext_lazy("Whose word is it?"))

    def __init__(
        self,
        data: Any = None,
        *,
        moved: Sequence[Choice],
        whose: Sequence[Choice],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["movement"].choices = list(moved)  # type: ignore[attr-defined]
        if whose:
            self.fields["whose"].choices = list(whose)  # type: ignore[attr-defined]
        else:
            del self.fields["whose"]
