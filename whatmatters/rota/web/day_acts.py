"""Forms of a team's day: shifts, what somebody can do, planning it and telling it."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import PageForm
from whatmatters.people.web.one_form import Around
from whatmatters.rota.queries.at_work import shifts_on
from whatmatters.rota.services import (
    ShiftGiven,
    ask_for_plan,
    say_ability,
    strike_shift,
    tell_people,
    write_shift,
)
from whatmatters.rota.web.clock import clock
from whatmatters.rota.web.day_forms import PLAN, AbilityForm, MakeForm, ShiftForm, StrikeForm
from whatmatters.rota.web.day_words import day_refused
from whatmatters.rota.web.kept_page import Said, Verb, kept_page
from whatmatters.rota.web.team_day import KEEP, day_asked, found_team
from whatmatters.teams.queries import members

SHIFT = gettext_lazy("Write down a shift")
STRIKE = gettext_lazy("Strike a shift out")
ABILITY = gettext_lazy("How somebody goes and what they can do")
MAKE = gettext_lazy("Plan the day, or tell it")


@permitted_council(KEEP, post=KEEP, called=SHIFT)
def rota_shift(request: Asked, team_id: int, day: str) -> HttpResponse:
    """Somebody at work on the day."""
    found_team(request, team_id)
    on, form = day_asked(day), ShiftForm(sent(request))
    form.offer(members([team_id], on).get(team_id, ()))

    def verb() -> int:
        told = form.cleaned_data
        given = ShiftGiven(team_id, int(told["worker"]), on, told["starts"], told["ends"])
        return write_shift(by=request.actor, at=request.at, on=request.today, given=given)

    lead = _("A shift is paid for its time, whatever the visits in it take.")
    return _page(request, (team_id, day), form, verb, (SHIFT, lead))


@permitted_council(KEEP, post=KEEP, called=STRIKE)
def rota_strike(request: Asked, team_id: int, day: str) -> HttpResponse:
    """Somebody is not at work after all."""
    found_team(request, team_id)
    form = StrikeForm(sent(request))
    form.fields["shift"].choices = [  # type: ignore[attr-defined]
        (str(one.id), f"{one.worker}, {clock(one.starts)}–{clock(one.ends)}")
        for one in shifts_on(request.actor.council_id, team_id, day_asked(day))
    ]

    def verb() -> int:
        pk = int(form.cleaned_data["shift"])
        return strike_shift(by=request.actor, at=request.at, on=request.today, shift_id=pk)

    lead = _("It stays to be read. Plan the day again after it.")
    return _page(request, (team_id, day), form, verb, (STRIKE, lead))


@permitted_council(KEEP, post=KEEP, called=ABILITY)
def rota_ability(request: Asked, team_id: int, day: str) -> HttpResponse:
    """Said once of each worker, and anew when it changes."""
    found_team(request, team_id)
    form = AbilityForm(sent(request))
    form.offer(members([team_id], request.today).get(team_id, ()))

    def verb() -> int:
        given = form.given(team_id)
        return say_ability(by=request.actor, at=request.at, on=request.today, given=given)

    lead = _("The rota sends nobody to what they cannot do.")
    return _page(request, (team_id, day), form, verb, (ABILITY, lead))


@permitted_council(KEEP, post=KEEP, called=MAKE)
def rota_make(request: Asked, team_id: int, day: str) -> HttpResponse:
    """Planning is left to the queue: no page waits for a search."""
    found_team(request, team_id)
    on, form = day_asked(day), MakeForm(sent(request))

    def verb() -> int:
        act = ask_for_plan if form.cleaned_data["act"] == PLAN else tell_people
        by, at, today = request.actor, request.at, request.today
        return act(by=by, at=at, on=today, team_id=team_id, day=on)

    lead = _("A plan is kept apart from what people were told.")
    return _page(request, (team_id, day), form, verb, (MAKE, lead))


def _page(
    request: Asked,
    whose: tuple[int, str],
    form: PageForm,
    verb: Verb,
    said: Said,
) -> HttpResponse:
    """The page; what is kept leads back to the day."""
    back = reverse("rota_day", args=list(whose))
    around = Around("frontend/base.html", back, _("Back to the day"), day_refused)
    return kept_page(request, form, verb, said, around)
