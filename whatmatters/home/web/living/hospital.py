"""A stay in hospital: from when, and home again when."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.delivery.queries import StayFacts, hospital_stays
from whatmatters.delivery.services import StayGiven, discharge, record_stays
from whatmatters.frontend.forms import DateField, PageForm
from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.web.attempts import is_kept
from whatmatters.outcomes.web.events.page import person_read, record_verb, shown
from whatmatters.outcomes.web.taking import is_again
from whatmatters.rules.permissions import Action

BESIDE = dict.fromkeys(
    ("day_not_reached", "stay_already_recorded", "discharged_before_admitted"), "on"
)


class StayForm(PageForm):
    """The day of going in, or of coming home."""

    on = DateField(label=gettext_lazy("On which day"))


@permitted(
    Action.RECORD_NOTE,
    person="person_id",
    post=Action.RECORD_NOTE,
    called=gettext_lazy("Hospital"),
)
def hospital_stay(request: Asked, person_id: int) -> HttpResponse:
    """Begin a stay; end it, where one goes on."""
    who = person_read(request, person_id)
    stays = hospital_stays(request.actor.council_id, [person_id]).get(person_id, ())
    now = next((stay for stay in stays if stay.discharged is None), None)
    if is_again(request):  # The first sending has turned the question round.
        messages.success(request, _in_words() if now else _home_words())
        return redirect("record", person_id=person_id)
    form = StayForm(sent(request), initial={"on": request.today})
    if form.is_valid() and is_kept(
        request,
        form,
        lambda: _begin(request, form, person_id) if now is None else _end(request, form, now),
        _in_words() if now is None else _home_words(),
        BESIDE,
    ):
        return redirect("record", person_id=person_id)
    name = {"name": who.known_as, "day": day(now.admitted) if now else ""}
    began = _("%(name)s has been in hospital since %(day)s.") % name
    page = record_verb(
        request,
        who,
        title=_("Went into hospital") if now is None else _("Came home from hospital"),
        send=_("Record it"),
        leads=(
            _("The plan waits meanwhile; what it costs changes only as the contract says.")
            if now is None
            else began,
        ),
    )
    return shown(request, page, form)


def _in_words() -> str:
    return _("The hospital stay is recorded.")


def _home_words() -> str:
    return _("The return home is recorded.")


def _begin(request: Asked, form: StayForm, person_id: int) -> int:
    stay = StayGiven(person_id, form.cleaned_data["on"])
    return record_stays(by=request.actor, at=request.at, stays=[stay])[0]


def _end(request: Asked, form: StayForm, now: StayFacts) -> int:
    on = form.cleaned_data["on"]
    discharge(by=request.actor, at=request.at, stay_id=now.stay_id, on=on)
    return now.stay_id
