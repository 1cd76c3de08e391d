"""What is asked of each of the two."""

from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm, WordsField

YES, NO = "yes", "no"


class AnswerForm(PageForm):
    """Yes, or not like this and why."""

    answer = OneOf(
        label=_("Is this how you want it?"),
        choices=[(YES, _("Yes, I agree")), (NO, _("No, not like this"))],
    )
    words = WordsField(
        label=_("What do you want to say about it?"),
        help_text=_("Needed where it is not like this: what should change?"),
        required=False,
        rows=3,
    )


class AskForm(PageForm):
    """The provider's yes: nothing is asked."""

    keeps_drafts = False
