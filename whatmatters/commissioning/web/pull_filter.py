"""How the list of which way contracts pull is filtered."""

from django import forms
from django.utils.translation import gettext_lazy

from whatmatters.frontend.listing import ListForm


class PullFilter(ListForm):
    """Which way it pulls, with whom it is, and how it pays."""

    pull = forms.ChoiceField(
        label=gettext_lazy("Which way it pulls"),
        required=False,
        choices=[
            ("", gettext_lazy("Any way")),
            ("bad", gettext_lazy("Pulls a wrong way")),
            ("good", gettext_lazy("Pulls no wrong way")),
            ("none", gettext_lazy("Not worked out")),
        ],
    )
    provider = forms.ChoiceField(label=gettext_lazy("With whom"), required=False)
    way = forms.ChoiceField(label=gettext_lazy("How it pays"), required=False)
