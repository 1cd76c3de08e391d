"""What is asked in a conversation: strengths first, then words, one thing on a page."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm, WordsField
from whatmatters.frontend.speaker_words import MINE, SPEAKERS
from whatmatters.outcomes.services import Said
from whatmatters.rules.people import Language, Speaker

SPOKEN = [
    (str(Language.WELSH), _("Welsh")),
    (str(Language.ENGLISH), _("English")),
    (str(Language.OTHER), _("Another language, or signs")),
]


class StrengthsForm(PageForm):
    """The first page: when, in which language, and what they can do for themselves."""

    on = DateField(label=_("On which day did you talk?"))
    spoken = OneOf(label=_("In which language?"), choices=SPOKEN)
    strengths = WordsField(label=_("What can you do for yourself?"), rows=5)

    def __init__(self, data: Any = None, *, own: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if own:
            del self.fields["on"]
        else:
            asked = gettext("What can they do for themselves, and who is around them?")
            self.fields["strengths"].label = asked


class WordsForm(PageForm):
    """One thing that matters: the words, their language, and whose they are."""

    words = WordsField(label=_("What matters to you?"), rows=5)
    spoken = OneOf(label=_("In which language was it said?"), choices=SPOKEN)
    speaker = OneOf(label=_("Whose words are they?"), choices=SPEAKERS)
    speaker_name = forms.CharField(
        label=_("Who said it?"),
        help_text=_("Only for somebody else’s words."),
        max_length=200,
        required=False,
    )
    relationship = forms.CharField(
        label=_("Who are they to the person?"),
        help_text=_("For example: daughter."),
        max_length=80,
        required=False,
    )

    def __init__(self, data: Any = None, *, own: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if own:
            self.fields["speaker"] = OneOf(label=gettext("Whose words are they?"), choices=MINE)
            del self.fields["speaker_name"], self.fields["relationship"]
        else:
            self.fields["words"].label = gettext("What matters to them? Write it as it was said.")

    def said(self) -> Said:
        """The words as the service takes them."""
        told = self.cleaned_data
        return Said(
            words=told["words"],
            language=Language(told["spoken"]),
            speaker=Speaker(told["speaker"]),
            speaker_name=told.get("speaker_name", ""),
            speaker_relationship=told.get("relationship", ""),
        )
