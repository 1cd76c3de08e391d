"""The forms of sharing: which topics, whose decision it is, and until when."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm, SomeOf
from whatmatters.frontend.forms.fields import NOT_OFFERED
from whatmatters.people.queries import DeciderFacts
from whatmatters.rules.sharing import FOR_HEALTH, ConsentHow, Topic
from whatmatters.trust.services import Sharing
from whatmatters.trust.web.words import TOPICS

DECIDER = "decider"


def topics_offered(offered: frozenset[Topic]) -> list[tuple[str, Any, Any]]:
    """The topics in the order of the record, with what each holds."""
    return [(str(topic), *words) for topic, words in TOPICS.items() if topic in offered]


class SharingForm(PageForm):
    """What one party sees from now on."""

    topics = SomeOf(label=_("What may they see?"), required=False)
    how = OneOf(label=_("Whose decision is this?"))
    helped_by = forms.CharField(
        label=_("Who helped to decide?"),
        help_text=_("Only where somebody helped: their name."),
        required=False,
        max_length=200,
    )
    ends = DateField(
        label=_("Until which day?"),
        help_text=_("Leave it empty to share until it is stopped. It can be stopped at any time."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        offered: frozenset[Topic],
        deciders: Sequence[tuple[DeciderFacts, str]],
        own: bool,
        decides: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"] = SomeOf(
            label=self.fields["topics"].label, required=False, choices=topics_offered(offered)
        )
        label = self.fields["how"].label
        self.fields["how"] = OneOf(label=label, choices=_voices(deciders, own, decides))
        self.fields["how"].error_messages["required"] = gettext("Say whose decision this is")

    def clean(self) -> dict[str, Any]:
        """Help has a name."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("how") == ConsentHow.SUPPORTED and not told.get("helped_by"):
            self.add_error("helped_by", gettext("Write the name of who helped"))
        return told

    def sharing(self, person_id: int, *, user_id: int | None, body_id: int | None) -> Sharing:
        """What was said, as the service takes it."""
        told = self.cleaned_data
        how, _colon, decider = told["how"].partition(":")
        return Sharing(
            person_id=person_id,
            topics=frozenset(Topic(topic) for topic in told["topics"]),
            how=ConsentHow(how),
            user_id=user_id,
            organisation_id=body_id,
            helped_by=told["helped_by"] if how == ConsentHow.SUPPORTED else "",
            decider_id=int(decider) if decider else None,
            ends=told["ends"],
        )


class OrganisationForm(SharingForm):
    """What an organisation outside sees from now on."""

    organisation = forms.ChoiceField(
        label=_("Which organisation?"), error_messages={"invalid_choice": NOT_OFFERED}
    )
    field_order = ["organisation", "topics", "how", "helped_by", "ends"]

    def __init__(self, *args: Any, bodies: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, offered=FOR_HEALTH, **kwargs)
        choices = [("", gettext("Choose")), *((str(pk), name) for pk, name in bodies.items())]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]


def _voices(
    deciders: Sequence[tuple[DeciderFacts, str]], own: bool, decides: bool
) -> list[tuple[Any, ...]]:
    """The person's own voices for her and her worker; a decider's for those who decide."""
    hers: list[tuple[Any, ...]] = [
        (str(ConsentHow.OWN_WORDS), _("Mine alone") if own else _("The person’s own decision")),
        (
            str(ConsentHow.SUPPORTED),
            _("Mine, and somebody helped me to decide")
            if own
            else _("The person’s own decision, with help to decide"),
        ),
    ]
    if own:
        return hers
    said = gettext("%(name)s decides for the person, by a recorded authority")
    theirs = [(f"{DECIDER}:{who.id}", said % {"name": name}) for who, name in deciders]
    return theirs if decides else [*hers, *theirs]
