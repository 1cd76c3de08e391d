"""The base of every form of ours."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

NEEDS_ANSWER = _("“{label}” needs an answer")


class PageForm(forms.Form):
    """A form with a token that makes a second sending of the same page harmless.

    `cleaned_data["form_token"]` is a uuid.UUID made when the page was opened. Services key on it.
    Required fields say which question needs an answer, since the summary lists them together.
    """

    form_token = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": _("This page had lost its number. Please send it again."),
            "invalid": _("This page had lost its number. Please send it again."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["form_token"].initial = uuid4
        say_which(self)

    def refuse(self, message: str | Promise, field: str | None = None) -> None:
        """Show what a service refused, beside `field` or for the whole form."""
        self.add_error(field, forms.ValidationError(str(message)))


def say_which(form: forms.Form) -> None:
    """Have every required field of any form say which question needs an answer."""
    for name, field in form.fields.items():
        if name != "form_token" and is_default_required(field):
            label = field.label or form[name].label
            field.error_messages["required"] = format_lazy(NEEDS_ANSWER, label=label)


def is_default_required(field: forms.Field) -> bool:
    """Whether the field still says Django's own "This field is required."."""
    default = forms.Field.default_error_messages["required"]
    return field.error_messages.get("required") == default
