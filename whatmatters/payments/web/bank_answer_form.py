"""What is asked of whoever answers for bank details that another asked for."""

from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm


class AnswerForm(PageForm):
    """Confirmed, or put aside."""

    keeps_drafts = False

    answer = OneOf(
        label=_("Are these the right bank details?"),
        choices=[
            ("confirm", _("Yes, use them from now on")),
            ("aside", _("No, put them aside"), _("What was in use before stays in use.")),
        ],
    )
