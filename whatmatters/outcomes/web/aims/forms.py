"""What is asked about an outcome."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm, WordsField
from whatmatters.frontend.speaker_words import MINE, SPEAKERS
from whatmatters.outcomes.services import NewNote, NewOutcome, PayableBecause
from whatmatters.outcomes.services.new_outcome import MOST_WEEKS
from whatmatters.outcomes.web.code_words import CATEGORIES
from whatmatters.outcomes.web.talking.forms import SPOKEN
from whatmatters.rules.outcomes import Category, OutcomeKind
from whatmatters.rules.people import Language, Speaker

KINDS = [
    (str(OutcomeKind.IMPROVEMENT), _("Something gets better")),
    (str(OutcomeKind.MAINTENANCE), _("Something stays as it is")),
]
REASONS = ("observable", "attributable")


def observable() -> WordsField:
    """The first reason of two."""
    return WordsField(
        label=gettext("If it may be paid by: how will everybody see that it happened?"),
        help_text=gettext("Leave both empty where no payment should hang on it."),
        required=False,
        rows=2,
    )


def attributable() -> WordsField:
    """The second."""
    return WordsField(
        label=gettext("And how do we know that it came of what the provider does?"),
        required=False,
        rows=2,
    )


class OutcomeForm(PageForm):
    """What they want to be true, how all will see it, in how many weeks, in whose words."""

    statement = WordsField(
        label=_("What do they want to be true? In their own words"),
        help_text=_("For example: I walk to the bench above the lifeboat and back."),
        rows=3,
    )
    spoken = OneOf(label=_("In which language was it said?"), choices=SPOKEN)
    set_by = OneOf(label=_("Whose words are they?"), choices=SPEAKERS)
    kind = OneOf(label=_("Does something get better, or stay?"), choices=KINDS)
    category = forms.ChoiceField(
        label=_("Which part of life is it about?"),
        choices=[("", _("Choose")), *((str(code), words) for code, words in CATEGORIES.items())],
    )
    test = WordsField(
        label=_("What will everybody see when it is so?"),
        help_text=_("A test that two people who look would agree on."),
        rows=2,
    )
    weeks = forms.IntegerField(label=_("In how many weeks?"), min_value=1, max_value=MOST_WEEKS)

    def __init__(self, data: Any = None, *, own: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.own = own
        if own:
            self.fields["statement"].label = gettext("What do you want to be true?")
            self.fields["set_by"] = OneOf(label=gettext("Whose words are they?"), choices=MINE)
        else:
            self.fields["observable"] = observable()
            self.fields["attributable"] = attributable()

    def new(self, person_id: int, on: Any) -> NewOutcome:
        """The outcome as the service takes it; it is set on the day on which it is written."""
        told = self.cleaned_data
        reasons = [told.get(name, "") for name in REASONS]
        return NewOutcome(
            person_id=person_id,
            statement=told["statement"],
            language=Language(told["spoken"]),
            category=Category(told["category"]),
            kind=OutcomeKind(told["kind"]),
            test=told["test"],
            target_weeks=told["weeks"],
            set_by=Speaker(told["set_by"]),
            set_on=on,
            payable=PayableBecause(*reasons) if any(text.strip() for text in reasons) else None,
        )


class PayableForm(PageForm):
    """Why an outcome can be paid by: both reasons."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name, field in (("observable", observable()), ("attributable", attributable())):
            field.required, field.help_text = True, ""
            self.fields[name] = field
        self.fields["observable"].label = gettext("How will everybody see that it happened?")
        self.fields["attributable"].label = gettext(
            "How do we know that it came of what the provider does?"
        )

    def because(self) -> PayableBecause:
        """Both reasons as the service takes them."""
        return PayableBecause(*(self.cleaned_data[name] for name in REASONS))


class NoteForm(PageForm):
    """How it is going, in whose words."""

    words = WordsField(label=_("How is it going?"))
    on = DateField(label=_("On which day was that?"))
    spoken = OneOf(label=_("In which language was it said?"), choices=SPOKEN)
    speaker = OneOf(label=_("Whose words are they?"), choices=SPEAKERS)
    speaker_name = forms.CharField(
        label=_("Who said it?"),
        help_text=_("Only for somebody else’s words."),
        max_length=200,
        required=False,
    )

    def __init__(self, data: Any = None, *, own: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if own:
            self.fields["speaker"] = OneOf(label=gettext("Whose words are they?"), choices=MINE)
            del self.fields["speaker_name"]

    def note(self, outcome_id: int) -> NewNote:
        """The note as the service takes it."""
        told = self.cleaned_data
        return NewNote(
            outcome_id,
            told["on"],
            told["words"],
            Language(told["spoken"]),
            Speaker(told["speaker"]),
            told.get("speaker_name", ""),
        )


class OffTrackForm(PageForm):
    """That it is off track, from today, and what is in the way."""

    words = WordsField(
        label=_("What is in the way?"), help_text=_("All three will read it."), required=False
    )
    spoken = OneOf(label=_("In which language was it said?"), choices=SPOKEN)


class LetGoForm(PageForm):
    """Letting an outcome go asks for nothing but whether somebody helped."""

    supported = forms.BooleanField(label=_("Somebody helped me to decide"), required=False)

    def __init__(self, data: Any = None, *, own: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not own:
            del self.fields["supported"]
