"""How far she feels in control: asked once in a period, answered in her own time (R-VG-08)."""

from dataclasses import dataclass
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.outcomes.queries.control import ControlSaid, control_answers
from whatmatters.outcomes.queries.control_periods import control_period, supports_of
from whatmatters.outcomes.services.control import say_control
from whatmatters.outcomes.web.attempts import is_kept
from whatmatters.outcomes.web.control.form import ControlForm
from whatmatters.outcomes.web.control.shown import periods_shown
from whatmatters.outcomes.web.person_page import PersonPage, person_page
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.outcomes.web.speaking import HERS
from whatmatters.policy.reviews import control_steps_verified
from whatmatters.rules.control import providers_on
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class ControlRead:
    """Every answer, the period that is asked about (or None), and who supports her now."""

    said: tuple[ControlSaid, ...]
    period: Period | None
    providers: frozenset[int]


@permitted(
    Action.SEE_JUDGEMENTS,
    person="person_id",
    post=Action.SAY_CONTROL,
    called=gettext_lazy("How far I feel in control"),
)
def control(request: Asked, person_id: int) -> HttpResponse:
    """What was said over time, to whom may read how it goes; the question to whom it is for."""
    page, read = person_page(request, "going"), _read(request, person_id)
    closed = _closed(request, page, read)
    form = None if closed else _form(request, page)
    if form is not None and form.is_valid() and _is_kept(request, form, person_id):
        return redirect("control", person_id=person_id)
    mine = request.sight.provider_id
    seen = [one for one in read.said if mine is None or one.provider_id == mine]
    context = {
        "page": page,
        "form": form,
        "closed": closed if Action.SAY_CONTROL in request.sight.actions else "",
        "dates": period_words(read.period.start, read.period.last_day) if read.period else "",
        "periods": periods_shown(seen, page.name, own=page.is_own),
        "verified": control_steps_verified(),
    }
    return render(request, "outcomes/control.html", context, status=status(request))


def _read(request: Asked, person_id: int) -> ControlRead:
    council_id, on = request.actor.council_id, request.today
    supports, said = supports_of(council_id, person_id), control_answers(council_id, person_id)
    return ControlRead(said, control_period(supports, said, on), providers_on(supports, on))


def _closed(request: Asked, page: PersonPage, read: ControlRead) -> str:
    """Why nothing can be sent by this reader, or ""."""
    sight, told = request.sight, {"name": page.name}
    mine = sight.provider_id is None or sight.provider_id in read.providers
    if Action.SAY_CONTROL not in sight.actions or page.person.died_on or not mine:
        return _("Nothing is asked here now.")
    if read.period is None:
        return (
            _("It is asked while somebody supports you.")
            if page.is_own
            else _("It is asked while somebody supports %(name)s.") % told
        )
    start = read.period.start
    if not page.is_own and any(one.is_own and one.starts == start for one in read.said):
        return _("%(name)s has answered in this period. Nobody else says it after that.") % told
    return ""


def _form(request: Asked, page: PersonPage) -> ControlForm:
    writer = not HERS & request.sight.relationships
    return ControlForm(sent(request), own=page.is_own, writer=writer, name=page.name)


def _is_kept(request: Asked, form: ControlForm, person_id: int) -> bool:
    say = partial(say_control, by=request.actor, at=request.at, person_id=person_id)
    return is_kept(
        request,
        form,
        lambda: say(given=form.given()),
        _("Thank you. Your answer has been recorded."),
    )
