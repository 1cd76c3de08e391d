"""What is asked when somebody is registered, and whether she is here already."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.people.queries import PersonFacts
from whatmatters.people.services import NewPerson
from whatmatters.places.queries.postcode_places import PostcodePlace, place_of_postcode
from whatmatters.rules.people import Language
from whatmatters.rules.roles import Origin

NOBODY = "none"


class RegisterForm(PageForm):
    """Who she is, in six questions. `place` is where her postcode lies."""

    # What goes on to a next page; the day of birth goes in its parts.
    carried_on: ClassVar[tuple[str, ...]] = (
        "full_name",
        "known_as",
        "spoken",
        "postcode",
        "disabled",
    )

    full_name = forms.CharField(label=_("Full name"), max_length=200)
    known_as = forms.CharField(
        label=_("The name they choose to be called by"),
        help_text=_("Leave it empty if it is the full name."),
        max_length=200,
        required=False,
    )
    born = DateField(label=_("Date of birth"), help_text=_("For example, 14 3 1941"))
    spoken = OneOf(
        label=_("Which language do they want to speak with us?"),
        choices=[
            (str(Language.WELSH), _("Welsh")),
            (str(Language.ENGLISH), _("English")),
            (str(Language.OTHER), _("Another language, or signs")),
        ],
    )
    postcode = forms.CharField(
        label=_("Postcode"),
        help_text=_(
            "Tells the area and who leads there, and is never shown. Without a home of their own: "
            "the postcode of where they can be met."
        ),
        max_length=10,
    )
    disabled = forms.BooleanField(label=_("They say that they are disabled"), required=False)

    def __init__(self, data: Any = None, *, council_id: int, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.council_id = council_id
        self.place: PostcodePlace | None = None

    def clean_postcode(self) -> str:
        """A postcode that this council's published list has."""
        typed = str(self.cleaned_data["postcode"])
        self.place = place_of_postcode(self.council_id, typed)
        if self.place is None:
            raise forms.ValidationError(
                _(
                    "This is not among the published postcodes of this council. Check it, or take "
                    "the one of a neighbour"
                )
            )
        return self.place.postcode

    def person(self, origin: Origin) -> NewPerson:
        """Who is to be registered; the form is valid."""
        told, place = self.cleaned_data, self.place
        if place is None:
            raise ValueError("the form is not valid")
        return NewPerson(
            full_name=told["full_name"],
            known_as=told["known_as"],
            born=told["born"],
            language=Language(told["spoken"]),
            lsoa_id=place.lsoa_id,
            ward_id=place.ward_id,
            patch_id=place.patch_id,
            postcode=place.postcode,
            latitude=place.latitude,
            longitude=place.longitude,
            disabled=told["disabled"],
            origin=origin,
        )

    def carried(self) -> Iterator[tuple[str, str]]:
        """What was answered, to go on with the next page: (name, value)."""
        sent: Mapping[str, Any] = self.data
        for name in self.carried_on:
            if sent.get(name):
                yield name, str(sent[name])
        for part in ("day", "month", "year"):
            yield f"born-{part}", str(sent.get(f"born-{part}", ""))


class WhichForm(PageForm):
    """Is she one of those who are here already?"""

    same = OneOf(label=_("Is it one of them?"))

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        found: Sequence[PersonFacts],
        born: date,
        workers: Mapping[int, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        choices = [(str(p.id), _called(p), _why(p, born, workers.get(p.id, ""))) for p in found]
        choices.append((NOBODY, gettext("None of them: this is someone else"), ""))
        field = OneOf(label=self.fields["same"].label, choices=choices)
        field.error_messages["required"] = gettext("Say whether it is one of them")
        self.fields["same"] = field

    def chosen(self) -> int | None:
        """The id of the one who is here already; None: she is someone else."""
        told = self.cleaned_data["same"]
        return None if told == NOBODY else int(told)


def _called(person: PersonFacts) -> str:
    if person.known_as == person.full_name:
        return person.full_name
    said = {"full": person.full_name, "known": person.known_as}
    return gettext("%(full)s, called %(known)s") % said


def _why(person: PersonFacts, born: date, worker: str) -> str:
    """Why she is shown: no day and no area, since the reader may have nothing to do with her."""
    why = (
        gettext("Born on the day that you wrote.")
        if person.born == born
        else gettext("Born on a day that is near to it, or easily mistaken for it.")
    )
    return f"{why} {gettext('Works with %(name)s.') % {'name': worker}}" if worker else why
