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


class FromForm(PageForm):
    """The first day of what changes."""

    starts = DateField(label=_("From which day"), help_text=_("For example, 1 4 2026"))


class EndForm(PageForm):
    """The last day of a contract."""

    on = DateField(label=_("Last day"), help_text=_("For example, 31 3 2027"))


class TermsForm(PageForm):
    """Every term that may differ from what is usual, each as it stands now."""

    starts = DateField(label=_("From which day"), help_text=_("For example, 1 4 2026"))

    def __init__(
        self, data: Any = None, *, asked: Sequence[tuple[Explained, object]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.now = {one.key: value for one, value in asked}
        for one, value in asked:
            self.fields[one.key] = _question(one, value)

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


def _read(typed: str, now: object) -> object:
    """What was typed as the kind that it is now; words that are no number stay words."""
    if isinstance(now, bool):
        return typed == YES
    if NUMBER.fullmatch(typed) is None:
        return typed
    return Decimal(typed) if "." in typed else int(typed)
