"""The base of forms by which a delivery plan is written anew."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm

KEEP, OUT = "keep", "out"


class OverForm(PageForm):
    """A form over the version that the page was opened with."""

    over = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class KeepForm(OverForm):
    """A form about one part of the plan, which may also be taken out."""

    keep = OneOf(
        label=_("Does it stay in the plan?"),
        choices=[(KEEP, _("Yes")), (OUT, _("No, take it out"))],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*(name for name in self.fields if name != "keep"), "keep"])

    def is_new(self) -> None:
        """What is new cannot be taken out."""
        del self.fields["keep"]
