"""What somebody close to a person is asked about what they offer."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, PageForm, WordsField
from whatmatters.people.queries import HelpOfferFacts
from whatmatters.people.services import HelpOffered
from whatmatters.rules.people import Language

LONGEST = 2000


class HelpForm(PageForm):
    """What, when, until when, and its limits: the limits are asked as much as the offer."""

    what = WordsField(
        label=_("What do you offer to do?"),
        help_text=_("Only what you want to do. Say it as you would say it to a friend."),
        max_length=LONGEST,
        rows=3,
    )
    days = forms.CharField(
        label=_("On which days, or when?"),
        help_text=_("Such as: on Sundays, when I am not working."),
        max_length=200,
    )
    limits = WordsField(
        label=_("What can you not do, or must nobody count on you for?"),
        help_text=_("Such as: I cannot lift. Please do not count on me in August."),
        required=False,
        max_length=LONGEST,
        rows=3,
    )
    until = DateField(
        label=_("Until which day?"),
        help_text=_("Leave it empty if you do not know. You can change or take back your offer."),
        required=False,
    )

    def offered(self) -> HelpOffered:
        """What was said, from a form that is valid."""
        told = self.cleaned_data
        welsh = (get_language() or "").startswith("cy")
        return HelpOffered(
            what=told["what"],
            days=told["days"],
            limits=told["limits"],
            language=Language.WELSH if welsh else Language.ENGLISH,
            until=told["until"],
        )


class HelpChangeForm(HelpForm):
    """The same, over the version that the page was opened with."""

    number = forms.IntegerField(widget=forms.HiddenInput)


def initial(offer: HelpOfferFacts) -> dict[str, Any]:
    """The form's values of an offer as it stands."""
    now = offer.now
    return {
        "what": now.what,
        "days": now.days,
        "limits": now.limits,
        "until": now.until,
        "number": now.number,
    }
