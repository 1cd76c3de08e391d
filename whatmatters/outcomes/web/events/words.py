"""Fields that more than one small form asks: what happened, on which day, in which language."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm, WordsField
from whatmatters.rules.people import Language

LANGUAGES = [
    (str(Language.WELSH), _("Welsh")),
    (str(Language.ENGLISH), _("English")),
    (str(Language.OTHER), _("Another language")),
]


class HappenedForm(PageForm):
    """Words of who was there, and the day: today, unless they say another."""

    words = WordsField(label=_("What happened, in your own words"))
    on = DateField(label=_("On which day"))


class NoteForm(HappenedForm):
    """A note, and the language that it is written in."""

    language = OneOf(label=_("In which language is it written"), choices=LANGUAGES)


def spoken_now() -> str:
    """The reader's language, with which a note begins."""
    return "cy" if (get_language() or "").startswith("cy") else "en"
