"""The provider tells a shift, or puts one right."""

from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import DateField, PageForm
from whatmatters.rules.minutes import MINUTES_IN_A_DAY
from whatmatters.rules.permissions import Action
from whatmatters.shifts.queries import SchemeFacts, ShiftFacts
from whatmatters.shifts.queries.told import one_shift
from whatmatters.shifts.services import ShiftGiven, correct_shift, record_shifts
from whatmatters.shifts.services.checking import MOST_MINUTES, MOST_WORKERS
from whatmatters.shifts.web.sending import form_page, found_scheme

KEEP = Action.KEEP_SHIFTS
TITLE = gettext_lazy("Record a shift")
KEEP_IT = gettext_lazy("Keep this shift")
FIELDS = ("reference", "on", "tier", "staff", "length", "social", "health", "travel")


def minutes(label: Any, most: int, hint: Any = "") -> forms.IntegerField:
    """Whole minutes."""
    return forms.IntegerField(label=label, help_text=hint, min_value=0, max_value=most)


class ShiftForm(PageForm):
    """One shift of one tier."""

    reference = forms.CharField(
        label=gettext_lazy("Your own reference of the shift"),
        help_text=gettext_lazy("Each shift has its own. No names."),
        max_length=40,
    )
    on = DateField(label=gettext_lazy("On which day did it begin?"))
    tier = forms.ChoiceField(label=gettext_lazy("Tier"))
    staff = forms.IntegerField(
        label=gettext_lazy("How many workers of this tier?"),
        min_value=1,
        max_value=MOST_WORKERS,
        initial=1,
    )
    length = minutes(
        gettext_lazy("Minutes that each of them is paid for"),
        MINUTES_IN_A_DAY,
        gettext_lazy("480 for eight hours. 0, here and below, if it was not worked after all."),
    )
    social = minutes(
        gettext_lazy("Minutes of social care"),
        MOST_MINUTES,
        gettext_lazy(
            "With people, of all these workers together. They divide the cost between the two who "
            "pay, and never change what you are paid."
        ),
    )
    health = minutes(gettext_lazy("Minutes of delegated health tasks"), MOST_MINUTES)
    travel = minutes(gettext_lazy("Minutes of travel"), MOST_MINUTES)

    def given(self) -> ShiftGiven:
        """The shift; the form is valid."""
        return ShiftGiven(**{name: self.cleaned_data.get(name, "") for name in FIELDS})


class CorrectForm(ShiftForm):
    """One that was opened to be put right: which, and its revision as it was seen."""

    shift = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["reference"]


@permitted_council(KEEP, post=KEEP, called=TITLE)
def shift_told(request: Asked, shifts_id: int) -> HttpResponse:
    """A shift as it was worked; with `?shift=` one that is known, to be put right."""
    scheme = found_scheme(request, shifts_id)
    typed = sent(request)
    # A draft that was kept names the shift that it is about, and what was seen of it.
    asked = (typed.get("shift") if typed else None) or request.GET.get("shift", "")
    known = one_shift(scheme.id, str(asked))
    if known is not None:
        return _put_right(request, scheme, known, typed)
    form = ShiftForm(typed)
    form.fields["tier"].choices = _tiers(scheme)  # type: ignore[attr-defined]

    def verb() -> int:
        given = [form.given()]
        record_shifts(
            by=request.actor, at=request.at, contract_id=scheme.id, shifts=given, new=True
        )
        return scheme.id

    said = {"title": TITLE, "lead": _("As it was worked."), "send": KEEP_IT}
    return form_page(request, form, verb, said, scheme)


def _put_right(
    request: Asked, scheme: SchemeFacts, known: ShiftFacts, typed: QueryDict | None
) -> HttpResponse:
    """It keeps its reference, and what a colleague told since is not written over."""
    initial = {name: getattr(known, name) for name in FIELDS}
    form = CorrectForm(typed, initial=initial | {"seen": known.revision})
    form.fields["tier"].choices = _tiers(scheme)  # type: ignore[attr-defined]
    form.fields["shift"].initial = known.shift

    def verb() -> int:
        correct_shift(
            by=request.actor,
            at=request.at,
            contract_id=scheme.id,
            shift=known.shift,
            seen=form.cleaned_data["seen"],
            given=form.given(),
        )
        return scheme.id

    title = _("Put “%(reference)s” right") % {"reference": known.reference}
    lead = _("What was recorded before stays to be read, and the newest counts.")
    return form_page(request, form, verb, {"title": title, "lead": lead, "send": KEEP_IT}, scheme)


def _tiers(scheme: SchemeFacts) -> list[tuple[str, str]]:
    """Every tier that had a rate on some day."""
    terms = scheme.terms
    every = [terms.terms, *(later for _, later in terms.later)]
    names = {name: name for one in every for name in one.tiers}
    return [("", _("Choose one")), *names.items()]
