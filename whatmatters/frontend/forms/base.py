"""The base of every form of ours."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms.kept import Kept

NEEDS_ANSWER = _("“{label}” needs an answer")

# What a page's form carries besides its questions, and the names of its buttons.
RESERVED = frozenset({"draft", "do", "to_language", "to_page", "csrfmiddlewaretoken"})


class PageForm(forms.Form):
    """A form with a token that makes a second sending of the same page harmless.

    `cleaned_data["form_token"]` is a uuid.UUID made when the page was opened. Services key on it.
    Required fields say which question needs an answer, since the summary lists them together.
    Given a draft instead of what was sent, it shows what was typed, under a token of its own.

    `reveals` says which fields belong to one answer of another: `{"paid": {"hours": ("hours",)}}`.
    They are drawn below the question, and seen while that answer is chosen.
    """

    keeps_drafts = True
    reveals: ClassVar[Mapping[str, Mapping[str, tuple[str, ...]]]] = {}

    form_token = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": _("This page had lost its number. Please send it again."),
            "invalid": _("This page had lost its number. Please send it again."),
        },
    )

    def __init__(self, data: QueryDict | Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        self.kept = data if isinstance(data, Kept) else None
        reserved = RESERVED & set(self.base_fields)
        if reserved:
            raise ValueError(f"names of a page's own: {sorted(reserved)}")
        super().__init__(None if self.kept is not None else data, **kwargs)
        self.fields["form_token"].initial = uuid4

    def full_clean(self) -> None:
        """Before anything is refused, every question has its name in what is said of it.

        Here and not at the start: a form adds questions of the page that it stands on.
        """
        say_which(self)
        super().full_clean()

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """What stands in a field of an opened page: what was typed before, where it was kept."""
        if self.kept is None or field_name == "form_token":
            return super().get_initial_for_field(field, field_name)
        if field.widget.value_omitted_from_data(self.kept, {}, self.add_prefix(field_name)):
            return super().get_initial_for_field(field, field_name)
        return field.widget.value_from_datadict(self.kept, {}, self.add_prefix(field_name))

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
