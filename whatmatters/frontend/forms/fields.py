"""Fields whose widget follows from what is asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Choice = tuple[Any, ...]
MOST = 5000
NOT_OFFERED = _("Choose one of the answers that are offered")


class Hinted:
    """Takes choices of two or three parts, `(value, label[, hint])`, and keeps the hints."""

    hints: dict[str, Any]

    def __init__(self, choices: list[Choice] | tuple[Choice, ...] = (), **kwargs: Any) -> None:
        self.hints = {str(c[0]): c[2] for c in choices if len(c) > 2 and c[2]}
        super().__init__(choices=[(c[0], c[1]) for c in choices], **kwargs)  # type: ignore[call-arg]


class OneOf(Hinted, forms.ChoiceField):
    """One answer of a few: radios. The value is the chosen code."""

    widget = forms.RadioSelect
    default_error_messages = {"invalid_choice": NOT_OFFERED}


class SomeOf(Hinted, forms.MultipleChoiceField):
    """Any number of answers: checkboxes. The value is a list of the chosen codes."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"invalid_choice": NOT_OFFERED, "invalid_list": NOT_OFFERED}


class WordsField(forms.CharField):
    """Someone's own words: a textarea, kept as they were written but for spaces at the ends."""

    default_error_messages = {
        "max_length": _("Write at most %(limit_value)s characters: this has %(show_value)s")
    }

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MOST)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)
