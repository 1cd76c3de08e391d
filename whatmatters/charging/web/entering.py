"""The finance officer's three forms: what she has, how she is charged, and charging her weeks."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.charging.services import charge_weeks, record_assessment, set_arrangement
from whatmatters.charging.web.arrangement_form import ArrangementForm
from whatmatters.charging.web.assessment_form import AssessmentForm
from whatmatters.charging.web.charge_days import ChargeDay
from whatmatters.charging.web.refusal_words import refusal_words
from whatmatters.frontend.forms import PageForm
from whatmatters.people.queries import PersonFacts, person
from whatmatters.places.queries import council
from whatmatters.rules.periods import week_of
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

BESIDE = {
    "not_from_a_monday": ("starts",),
    "before_payments": ("starts", "through"),
    "week_not_over": ("through",),
    "week_not_paid": ("through",),
}
ASSESSMENT = gettext_lazy("Enter a financial assessment")
ARRANGEMENT = gettext_lazy("Say how the person is charged")
WEEKS = gettext_lazy("Charge weeks")


class WeeksForm(PageForm):
    """Through which week."""

    through = ChargeDay(
        label=gettext_lazy("Charge every week through the one that holds which day?"),
        help_text=gettext_lazy(
            "Weeks that were charged before are looked at again. What has changed becomes a line "
            "of its own: nothing is edited."
        ),
    )


@permitted(Action.CHARGE_PERSON, person="person_id", post=Action.CHARGE_PERSON, called=ASSESSMENT)
def charges_assessment(request: Asked, person_id: int) -> HttpResponse:
    """A new version of what she has."""
    place = council(request.actor.council_id)
    form = AssessmentForm(sent(request), nation=place.nation if place else "")

    def write() -> int:
        return record_assessment(
            by=request.actor,
            at=request.at,
            person_id=person_id,
            starts=form.cleaned_data["starts"],
            means=form.means(),
            words=form.cleaned_data["words"],
        )

    lead = _(
        "Figures are never edited: a new version holds from its Monday, and from the same Monday "
        "it takes the place of the one before."
    )
    return _page(request, person_id, form, write, (ASSESSMENT, lead, _("Keep this assessment")))


@permitted(Action.CHARGE_PERSON, person="person_id", post=Action.CHARGE_PERSON, called=ARRANGEMENT)
def charges_arrangement(request: Asked, person_id: int) -> HttpResponse:
    """A new version of how she is charged."""
    form = ArrangementForm(sent(request))

    def write() -> int:
        return set_arrangement(
            by=request.actor,
            at=request.at,
            person_id=person_id,
            starts=form.cleaned_data["starts"],
            arrangement=form.arrangement(),
        )

    lead = _(
        "Whatever the basis, nobody pays more than can be afforded, more than a cap, or more than "
        "the week’s services cost the council."
    )
    return _page(request, person_id, form, write, (ARRANGEMENT, lead, _("Keep this arrangement")))


@permitted(Action.CHARGE_PERSON, person="person_id", post=Action.CHARGE_PERSON, called=WEEKS)
def charges_weeks(request: Asked, person_id: int) -> HttpResponse:
    """Charge her weeks, and put right those that have changed."""
    last = week_of(request.today).start - timedelta(days=1)
    form = WeeksForm(sent(request), initial={"through": last})

    def write() -> int:
        through = form.cleaned_data["through"]
        done = charge_weeks(by=request.actor, at=request.at, person_id=person_id, through=through)
        return done.lines

    lead = _("A week can be charged once its payment is released, since it never costs more.")
    return _page(request, person_id, form, write, (WEEKS, lead, _("Charge these weeks")))


Said = tuple[str | Promise, str, str]


def _page(
    request: Asked, person_id: int, form: PageForm, write: Callable[[], int], said: Said
) -> HttpResponse:
    who = person(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    if request.method == "POST" and form.is_valid() and _written(request, form, write):
        messages.success(request, _("This is kept."))
        return redirect("charges", person_id=person_id)
    return render(request, "charging/enter.html", _context(who, form, said), status=status(request))


def _written(request: Asked, form: PageForm, write: Callable[[], int]) -> bool:
    token = form.cleaned_data["form_token"]
    try:
        take_once(by=request.actor, at=request.at, token=token, verb=write)
    except Refusal as refusal:
        named = {"allowances": "age"}.get(str(refusal.params.get("field")))
        fields = (named or refusal.params.get("field"), *BESIDE.get(refusal.code, ()))
        field = next((str(one) for one in fields if one in form.fields), None)
        form.refuse(refusal_words(refusal), field)
        return False
    return True


def _context(who: PersonFacts, form: PageForm, said: Said) -> Mapping[str, Any]:
    title, lead, send = said
    return {"who": who, "form": form, "title": title, "lead": lead, "send": send}
