"""Agree to pay a team's whole shifts; other terms from a day; the last day."""

from typing import ClassVar

from django import forms
from django.http import HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.queries.bodies import council_body, organisations_outside, providers
from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.places.queries.recorded import patch_names
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.permissions import Action
from whatmatters.shifts.services import ShiftsGiven, change_shift_terms, end_shifts, open_shifts
from whatmatters.shifts.web.sending import form_page, found_scheme
from whatmatters.shifts.web.terms_form import TermsForm

CHANGE = Action.CHANGE_CONTRACTS
OPEN = gettext_lazy("Agree to pay a team’s whole shifts")
TERMS = gettext_lazy("Other terms for these shifts")
END = gettext_lazy("The last day of these shifts")


class OpenForm(TermsForm):
    """With whom, who pays, on which days, and the terms."""

    leading: ClassVar[tuple[str, ...]] = (
        *("form_token", "provider", "nhs", "reference", "patch", "starts", "ends"),
    )
    provider = forms.ChoiceField(label=gettext_lazy("Which provider"))
    nhs = forms.ChoiceField(
        label=gettext_lazy("Who pays for the NHS"),
        help_text=gettext_lazy("The council pays for social care."),
    )
    reference = forms.CharField(label=gettext_lazy("Reference of the contract"), max_length=40)
    patch = forms.ChoiceField(label=gettext_lazy("The patch that it is for"), required=False)
    starts = DateField(label=gettext_lazy("First day"))
    ends = DateField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Leave it empty if it has no end."),
        required=False,
    )


class NewTermsForm(TermsForm):
    """The terms from a day on."""

    leading: ClassVar[tuple[str, ...]] = ("form_token", "on")
    on = DateField(label=gettext_lazy("From which day?"))


class EndForm(PageForm):
    """The last day, and why."""

    on = DateField(label=gettext_lazy("Last day"))
    reason = OneOf(
        label=gettext_lazy("Why does it end?"),
        choices=[
            (EndReason.REPLACED, gettext_lazy("Something else takes its place")),
            (EndReason.NO_LONGER_NEEDED, gettext_lazy("It is no longer needed")),
        ],
    )


@permitted_council(CHANGE, post=CHANGE, called=OPEN)
def shift_open(request: Asked) -> HttpResponse:
    """A contract with its two funders and its terms."""
    form = OpenForm(sent(request))
    _offer(request, form)

    def verb() -> int:
        told = form.cleaned_data
        given = ShiftsGiven(
            provider_id=int(told["provider"]),
            social_care_id=council_body(request.actor.council_id) or 0,
            nhs_id=int(told["nhs"]),
            reference=told["reference"],
            patch_id=int(told["patch"]) if told["patch"] else None,
            starts=told["starts"],
            ends=told["ends"],
            terms=form.terms(),
        )
        return open_shifts(by=request.actor, at=request.at, given=given)

    lead = _("The provider is paid for each shift that was worked, free time in it included.")
    return form_page(request, form, verb, {"title": OPEN, "lead": lead, "send": _("Sign")})


@permitted_council(CHANGE, post=CHANGE, called=TERMS)
def shift_terms(request: Asked, shifts_id: int) -> HttpResponse:
    """A wage, the on-costs, the way of dividing, from a day on."""
    scheme = found_scheme(request, shifts_id)
    form = NewTermsForm(sent(request), was=scheme.terms.terms_on(request.today))

    def verb() -> int:
        return change_shift_terms(
            by=request.actor,
            at=request.at,
            contract_id=scheme.id,
            starts=form.cleaned_data["on"],
            terms=form.terms(),
        )

    lead = _(
        "Shifts before that day keep what they had. What was paid since is put right. Terms that "
        "were wrong are written again for the same day: the newest hold, and the others stay."
    )
    said = {"title": TERMS, "lead": lead, "send": _("Keep these terms")}
    return form_page(request, form, verb, said, scheme)


@permitted_council(CHANGE, post=CHANGE, called=END)
def shift_end(request: Asked, shifts_id: int) -> HttpResponse:
    """Write the last day, which still earns."""
    scheme = found_scheme(request, shifts_id)
    form = EndForm(sent(request))

    def verb() -> int:
        told = form.cleaned_data
        return end_shifts(
            by=request.actor,
            at=request.at,
            contract_id=scheme.id,
            on=told["on"],
            reason=EndReason(told["reason"]),
        )

    lead = _(
        "It is paid still. What was paid for a later day comes back with the next run. The day "
        "before the first: nothing is paid at all."
    )
    said = {"title": END, "lead": lead, "send": _("End it on that day")}
    return form_page(request, form, verb, said, scheme)


def _offer(request: Asked, form: OpenForm) -> None:
    council_id = request.actor.council_id
    welsh = (get_language() or "").startswith("cy")
    named = {pk: (cy or en) if welsh else en for pk, (en, cy) in providers(council_id).items()}
    choose, anywhere = ("", _("Choose one")), ("", _("No patch: anywhere in the council"))
    offered = (
        ("provider", choose, named),
        ("nhs", choose, organisations_outside(council_id)),
        ("patch", anywhere, patch_names(council_id, welsh=welsh)),
    )
    for name, first, found in offered:
        rows = [first, *((str(pk), said) for pk, said in found.items())]
        form.fields[name].choices = rows  # type: ignore[attr-defined]
