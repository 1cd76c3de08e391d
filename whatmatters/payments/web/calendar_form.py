"""What is asked when a council says from which Monday its periods run."""

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, PageForm


class CalendarForm(PageForm):
    """The Monday, and that whoever says it knows that it stays."""

    anchor = DateField(
        label=_("On which Monday does the first payment period start?"),
        help_text=_("Most councils take one that their four-weekly payments start on already."),
    )
    sure = forms.BooleanField(
        label=_("I know that this is said once, and never moves"),
        error_messages={"required": _("Tick that you know it, once the Monday is right")},
    )
