"""Fields whose widget follows from what is asked."""

from typing import Any

from django import forms

Choice = tuple[Any, ...]


class Hinted:
    """Takes choices of two or three parts, `(value, label[, hint])`, and keeps the hints."""

    hints: dict[str, Any]

    def __init__(self, choices: list[Choice] | tuple[Choice, ...] = (), **kwargs: Any) -> None:
        self.hints = {str(c[0]): c[2] for c in choices if len(c) > 2 and c[2]}
        super().__init__(choices=[(c[0], c[1]) for c in choices], **kwargs)  # type: ignore[call-arg]


class OneOf(Hinted, forms.ChoiceField):
    """One answer of a few: radios. The value is the chosen code."""

    widget = forms.RadioSelect


class SomeOf(Hinted, forms.MultipleChoiceField):
    """Any number of answers: checkboxes. The value is a list of the chosen codes."""

    widget = forms.CheckboxSelectMultiple


class WordsField(forms.CharField):
    """Someone's own words: a textarea, kept as they were written but for spaces at the ends."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)
