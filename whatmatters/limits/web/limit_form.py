"""What is asked of an entry: what it is, in whose hands, what it blocks, how it is known."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import DateField, OneOf, PageForm, SomeOf, WordsField
from whatmatters.frontend.way_words import WAYS
from whatmatters.limits.queries import LimitFacts
from whatmatters.limits.services import LimitGiven
from whatmatters.limits.web.words import HANDS, KINDS, KNOWN
from whatmatters.rules.limits import (
    LONGEST,
    LONGEST_LINK,
    LONGEST_NAME,
    OF_A_BOARD,
    Hands,
    Known,
    LimitKind,
)

KEPT = ("kind", "hands", "holder", "blocks", "known", "written_in", "written_on", "link")
SAID = ("blocks", "written_in", "written_on", "starts", "ends", "link")
BOARDS_OWN = OF_A_BOARD | {LimitKind.OTHER}


class LimitForm(PageForm):
    """One entry. `own`: the body of a board's commissioner, who writes of no other."""

    reveals: ClassVar[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
        "hands": {"body": ("body",), "other": ("holder",)}
    }

    kind = OneOf(label=gettext_lazy("What is it?"))
    hands = OneOf(
        label=gettext_lazy("In whose hands is it?"),
        choices=[(str(one), words) for one, words in HANDS.items()],
    )
    body = forms.ChoiceField(label=gettext_lazy("Which organisation"), required=False)
    holder = forms.CharField(
        label=gettext_lazy("Who can change it"),
        help_text=gettext_lazy("A body or a post, and no person’s name."),
        max_length=LONGEST_NAME,
        required=False,
    )
    blocks = WordsField(
        label=gettext_lazy("What does it block?"),
        help_text=gettext_lazy("What cannot be done because of it, in plain words. No names."),
        max_length=LONGEST,
    )
    ways = SomeOf(
        label=gettext_lazy("Which ways of paying does it touch?"),
        choices=[(way.code, way.name) for way in WAYS],
        help_text=gettext_lazy("Choose none if it touches no one of them in particular."),
        required=False,
    )
    known = OneOf(
        label=gettext_lazy("How is it known?"),
        choices=[(str(one), words) for one, words in KNOWN.items()],
    )
    written_in = forms.CharField(
        label=gettext_lazy("Where it is written, or who told it"),
        help_text=gettext_lazy(
            "The title and paragraph, or a post and its body: no person’s name."
        ),
        max_length=LONGEST_NAME,
    )
    written_on = DateField(label=gettext_lazy("On which day it was published, or told"))
    link = forms.CharField(
        label=gettext_lazy("Its address on the web"),
        help_text=gettext_lazy("From https:// on. Leave it empty if it has none."),
        max_length=LONGEST_LINK,
        required=False,
    )
    starts = DateField(label=gettext_lazy("From which day it stands"))
    ends = DateField(
        label=gettext_lazy("Its last day"),
        help_text=gettext_lazy("Leave it empty if none is known."),
        required=False,
    )

    def __init__(
        self, data: Any = None, *, own: int | None, bodies: Mapping[int, str], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.own = own
        kinds = KINDS if own is None else {one: KINDS[one] for one in KINDS if one in BOARDS_OWN}
        self.fields["kind"].choices = [(str(one), kinds[one]) for one in kinds]  # type: ignore[attr-defined]
        offered = [("", _("Choose one")), *((str(pk), name) for pk, name in bodies.items())]
        self.fields["body"].choices = offered  # type: ignore[attr-defined]
        for name in ("hands", "body", "holder") if own is not None else ():
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """In whose hands it is, where a list or words have to say it."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        needed = {Hands.BODY: "body", Hands.OTHER: "holder"}.get(told.get("hands", ""))
        if needed and not told.get(needed) and needed not in self.errors:
            self.refuse(_("Say in whose hands it is"), needed)
        return told

    def given(self) -> LimitGiven:
        """What was said; the form is valid."""
        told = self.cleaned_data
        hands = Hands.BODY if self.own is not None else Hands(told["hands"])
        return LimitGiven(
            kind=LimitKind(told["kind"]),
            hands=hands,
            known=Known(told["known"]),
            body_id=self.own if self.own is not None else int(told["body"] or 0),
            holder=told.get("holder", ""),
            ways=tuple(told["ways"]),
            **{name: told[name] for name in SAID},
        )


class CorrectionForm(LimitForm):
    """An entry as it stands, to be put right; `seen`: its version."""

    why = WordsField(
        label=gettext_lazy("What was wrong?"),
        help_text=gettext_lazy("How it stood before stays to be read, with this beside it."),
        max_length=LONGEST,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


def as_it_stands(one: LimitFacts) -> dict[str, Any]:
    """What stands in the form of an entry that is put right."""
    told = {name: getattr(one, name) for name in (*KEPT, "starts", "ends")}
    codes = {name: str(told[name]) for name in ("kind", "hands", "known")}
    return {
        **told,
        **codes,
        "ways": list(one.ways),
        "body": str(one.body_id or ""),
        "seen": one.number,
    }
