"""What is asked when a contract's terms, its lead of a patch or its last day change."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from whatmatters.commissioning.web.term_words import CHOICES, TERMS
from whatmatters.commissioning.web.tried import Explained
from whatmatters.frontend.forms import DateField, OneOf, PageForm

YES, NO = "true", "false"
NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,8})?", re.ASCII)
HINT = _("{why} Known risk: {risk} Whose tradition: {tradition}. Usual: {usual}.")

OTHER_TERMS = _(
    "Other terms are in force on that day than this page began with. Its questions hold them now, "
    "with what you changed: look at them, and send them once more"
)


class FromForm(PageForm):
    """The first day of what changes."""

    starts = DateField(label=_("From which day"), help_text=_("For example, 1 4 2026"))


class EndForm(PageForm):
    """The last day of a contract."""

    on = DateField(label=_("Last day"), help_text=_("For example, 31 3 2027"))


class TermsForm(PageForm):
    """Every term that may differ from what is usual, each as it stood in one version (`seen`)."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    starts = DateField(label=_("From which day"), help_text=_("For example, 1 4 2026"))

    def __init__(
        self, data: Any = None, *, asked: Sequence[tuple[Explained, object]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.now = {one.key: value for one, value in asked}
        for one, value in asked:
            self.fields[one.key] = _question(one, value)

    def as_it_stood(
        self, asked: Sequence[tuple[Explained, object]], version: int
    ) -> "TermsForm | None":
        """The form anew where the asked day has another version than the page showed; else None.

        What was left as it was shown is then what that day has, for its reader to look at: neither
        is taken for the other without a word.
        """
        given, stood = self.given(), {one.key: value for one, value in asked}
        left = [key for key, value in self.now.items() if given[key] == value != stood[key]]
        if not left:
            return None
        held = {key: _typed(stood[key]) for key in left}
        form = TermsForm({**self.data.dict(), **held, "seen": str(version)}, asked=asked)  # type: ignore[attr-defined]
        form.refuse(OTHER_TERMS, "starts")
        return form

    def given(self) -> Mapping[str, object]:
        """Each answer as an exact number, a choice or yes and no; the form is valid."""
        return {key: _read(self.cleaned_data[key], value) for key, value in self.now.items()}


def _question(one: Explained, value: object) -> forms.Field:
    usual = dict(CHOICES.get(one.key, ())).get(one.value.strip('"'), one.value)
    told: dict[str, Any] = {
        "label": TERMS.get(one.key, one.key),
        "help_text": format_lazy(
            HINT, why=one.why, risk=one.risk, tradition=one.tradition, usual=usual
        ),
        "initial": value,
    }
    if isinstance(value, bool):
        told["initial"] = YES if value else NO
        return OneOf(choices=[(YES, _("Yes")), (NO, _("No"))], **told)
    if one.key in CHOICES:
        return OneOf(choices=CHOICES[one.key], **told)
    return forms.CharField(max_length=40, **told)


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return str(value)


def _read(typed: str, now: object) -> object:
    """What was typed as the kind that it is now; words that are no number stay words."""
    if isinstance(now, bool):
        return typed == YES
    if NUMBER.fullmatch(typed) is None:
        return typed
    return Decimal(typed) if "." in typed else int(typed)
