"""A worker on their round has to stay with somebody: one question, for a telephone."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.frontend.forms import OneOf, PageForm
from whatmatters.people.queries import person_facts
from whatmatters.people.web.one_form import Around, written
from whatmatters.rota.queries.own_place import place_with
from whatmatters.rota.services import Offered
from whatmatters.rota.services.staying import plan_without_me, say_staying
from whatmatters.rota.web.live_words import live_refused
from whatmatters.rules.days import LONDON
from whatmatters.rules.permissions import Action

STAYING = gettext_lazy("I have to stay with somebody")
AN_HOUR = 60
UNKNOWN = "unknown"
HOW_LONG = (
    ("30", gettext_lazy("Half an hour")),
    ("60", gettext_lazy("An hour")),
    ("120", gettext_lazy("Two hours")),
    (UNKNOWN, gettext_lazy("I do not know: plan without me to the end of my shift")),
)


class StayingForm(PageForm):
    """How long, as far as the worker can tell."""

    long = OneOf(
        label=gettext_lazy("How long will you stay?"),
        help_text=gettext_lazy("You can say it again when it turns out otherwise."),
        choices=HOW_LONG,
    )

    def until(self, minute: int) -> int | None:
        """Until which minute of the clock; None: nobody knows."""
        told = self.cleaned_data["long"]
        return None if told == UNKNOWN else minute + int(told)


# Nobody tells others' hours by it: whoever is on no round of today finds no page.
@permitted_council(Action.TELL_HOURS, post=Action.TELL_HOURS, called=STAYING)
def round_staying(request: Asked, person_id: int) -> HttpResponse:
    """Asked of the person whom the reader visits today; sent, the team is offered a new plan."""
    name = _name(request, person_id, request.today)
    form = StayingForm(sent(request))
    now = request.at.astimezone(LONDON)
    minute = now.hour * AN_HOUR + now.minute
    found: list[Offered] = []
    by, at, on = request.actor, request.at, request.today

    def search() -> None:
        until = form.until(minute)
        found.append(plan_without_me(by=by, on=on, person_id=person_id, minute=minute, until=until))

    def verb() -> int:
        return say_staying(by=by, at=at, on=on, offered=found[0])

    words = _("Back to my round")
    around = Around("frontend/base.html", reverse("home"), words, live_refused)
    right = request.method == "POST" and form.is_valid()
    if right and written(request, form, verb, around, search) is not None:
        messages.success(request, _("Your team is told that you stay with %(name)s.") % name)
        return redirect("home")
    lead = _(
        "Stay with %(name)s as long as it needs. Your team is told now, and your other visits are "
        "planned for somebody else; somebody of the team accepts it. If a life is in danger, ring "
        "999 first. You are paid for your shift, wherever you are."
    )
    context = {"form": form, "title": STAYING, "lead": lead % name, "around": around}
    context["send"] = _("Tell my team")
    return render(request, "rota/day_form.html", context, status=status(request))


def _name(request: Asked, person_id: int, on: date) -> dict[str, str]:
    """What she is called, to whoever is sent to her today. Http404 for everybody else."""
    if place_with(request.actor, on, person_id) is None:
        raise Http404
    return {"name": person_facts([person_id])[person_id].known_as}
