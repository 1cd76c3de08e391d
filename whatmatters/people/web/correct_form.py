"""What is asked when it is put right who somebody is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import WordsField
from whatmatters.people.queries import PersonFacts
from whatmatters.people.services import NewHome, PersonCorrected
from whatmatters.people.web.register_form import RegisterForm
from whatmatters.places.queries.postcode_places import PostcodePlace
from whatmatters.rules.people import Language

CARRIED = ("full_name", "known_as", "spoken", "postcode", "disabled", "why", "seen")


class CorrectForm(RegisterForm):
    """The questions of registering, in which what is known stands; and why it is put right.

    Where she lives is never shown, to nobody: an empty postcode leaves it as it is.
    """

    carried_on = CARRIED

    postcode = forms.CharField(
        label=_("Postcode, if they moved or it was wrong"),
        help_text=_(
            "Within this council. It is never shown, not even here: leave it empty to keep what is "
            "known. Whoever leaves the council’s area is no longer supported by it: their case is "
            "closed."
        ),
        max_length=10,
        required=False,
    )
    why = WordsField(
        label=_("Why is it put right?"),
        help_text=_("For example: “She married”, or “The birthday was misread on the letter”."),
        rows=2,
        max_length=1000,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def clean_postcode(self) -> str:
        """A postcode of this council, or none."""
        return super().clean_postcode() if self.cleaned_data["postcode"] else ""

    def corrected(self, person_id: int) -> PersonCorrected:
        """All that is known from now on; the form is valid."""
        told, place = self.cleaned_data, self.place
        return PersonCorrected(
            person_id=person_id,
            full_name=told["full_name"],
            known_as=told["known_as"] or told["full_name"],
            born=told["born"],
            language=Language(told["spoken"]),
            disabled=told["disabled"],
            home=_home(place) if place else None,
            why=told["why"],
        )


def _home(place: PostcodePlace) -> NewHome:
    return NewHome(
        lsoa_id=place.lsoa_id,
        ward_id=place.ward_id,
        patch_id=place.patch_id,
        postcode=place.postcode,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def initial(person: PersonFacts, seen: int) -> dict[str, Any]:
    """What is known now, and over which correction a new one is written."""
    return {
        "full_name": person.full_name,
        "known_as": "" if person.known_as == person.full_name else person.known_as,
        "born": person.born,
        "spoken": str(person.language),
        "disabled": person.disabled,
        "seen": seen,
    }
