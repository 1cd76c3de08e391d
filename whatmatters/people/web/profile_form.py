"""What is asked for a one-page profile, and whose words it is."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.frontend.speaker_words import MINE, SPEAKERS
from whatmatters.people.queries import ProfileFacts
from whatmatters.people.services import NewProfile
from whatmatters.rules.people import Speaker

LONGEST = 4000
PARTS = {
    "liked": _("What people like about me"),
    "important": _("What is important to me"),
    "support": _("How to support me well"),
    "good_day": _("A good day"),
    "bad_day": _("A bad day"),
}


def _part(name: str) -> WordsField:
    return WordsField(label=PARTS[name], required=False, max_length=LONGEST, rows=4)


class ProfileForm(PageForm):
    """Five parts, each a line for a thought; whose words they are; over which version."""

    reveals: ClassVar[dict[str, dict[str, tuple[str, ...]]]] = {
        "speaker": {str(Speaker.PROXY): ("spoken_by",)}
    }

    liked = _part("liked")
    important = _part("important")
    support = _part("support")
    good_day = _part("good_day")
    bad_day = _part("bad_day")
    speaker = OneOf(label=_("Whose words are they?"), choices=SPEAKERS)
    spoken_by = forms.CharField(label=_("Who said it?"), required=False, max_length=200)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, data: Any = None, *, own: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if own:
            self.fields["speaker"] = OneOf(label=now("Whose words are they?"), choices=MINE)
            del self.fields["spoken_by"]

    def profile(self, person_id: int) -> NewProfile:
        """What was written, from a form that is valid."""
        told = self.cleaned_data
        speaker = Speaker(told["speaker"])
        named = told.get("spoken_by", "") if speaker is Speaker.PROXY else ""
        return NewProfile(
            person_id,
            liked=told["liked"],
            important=told["important"],
            support=told["support"],
            good_day=told["good_day"],
            bad_day=told["bad_day"],
            speaker=speaker,
            spoken_by=named,
        )


def initial(newest: ProfileFacts | None) -> dict[str, Any]:
    """The words in use, to be written on; whose the new ones are is asked anew."""
    if newest is None:
        return {}
    return {part: getattr(newest, part) for part in PARTS} | {"seen": newest.id}
