"""Which review period, and how many minutes over its band."""

from django import forms
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import OneOf, PageForm

MOST_MINUTES = 99_999


class OverForm(PageForm):
    """Which review period, and how many minutes over its band."""

    review = OneOf(label=gettext_lazy("Which review period?"))
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes over the band"),
        help_text=gettext_lazy("They are added to what was agreed over it before."),
        min_value=1,
        max_value=MOST_MINUTES,
    )
