"""A death, and a case that closes for another reason: support ends on the day that is written."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.frontend.templatetags.wm import day
from whatmatters.home.services import no_longer_needed, someone_died, someone_moved
from whatmatters.outcomes.web.attempts import is_done
from whatmatters.outcomes.web.events.page import person_read, record_verb, shown
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.permissions import Action

BESIDE = {"day_not_reached": "on", "died_before_born": "on", "end_before_start": "on"}
VERBS = {EndReason.MOVED: someone_moved, EndReason.NO_LONGER_NEEDED: no_longer_needed}


class DeathForm(PageForm):
    """The day; nothing else is asked."""

    on = DateField(label=gettext_lazy("On which day did they die?"))


class ClosingForm(PageForm):
    """Why the case closes, and the last day of support."""

    reason = OneOf(
        label=gettext_lazy("Why does the case close?"),
        choices=[
            (str(EndReason.MOVED), gettext_lazy("They move out of the council’s area")),
            (str(EndReason.NO_LONGER_NEEDED), gettext_lazy("Nothing more is needed")),
        ],
    )
    on = DateField(label=gettext_lazy("The last day of support"))


@permitted(
    Action.CLOSE_CASE,
    person="person_id",
    post=Action.CLOSE_CASE,
    called=gettext_lazy("Record a death"),
)
def death_record(request: Asked, person_id: int) -> HttpResponse:
    """Support and pay end on the day, the day included; nothing is judged after it."""
    who, form = person_read(request, person_id), DeathForm(sent(request))
    if form.is_valid():
        by, at, on = request.actor, request.at, form.cleaned_data["on"]
        if who.died_on == on or is_done(
            form, lambda: someone_died(by=by, at=at, person_id=person_id, on=on), BESIDE
        ):
            messages.success(request, _("The death is recorded. Support and pay end on that day."))
            return redirect("record", person_id=person_id)
    died = {"day": day(who.died_on)}
    page = record_verb(
        request,
        who,
        title=_("Record a death"),
        send=_("Record the death"),
        leads=(
            _("%(name)s’s plans and support end on that day, and nothing is judged any more.")
            % {"name": who.known_as},
            _("What was earned up to that day stays earned. What was paid beyond it is put right "
              "by the next payment run."),
        ),
        closed=_("Recorded: died on %(day)s.") % died if who.died_on else "",
    )  # fmt: skip
    return shown(request, page, form)


@permitted(
    Action.CLOSE_CASE,
    person="person_id",
    post=Action.CLOSE_CASE,
    called=gettext_lazy("Close the case"),
)
def case_close(request: Asked, person_id: int) -> HttpResponse:
    """Plans and agreements end on the day; what was not finished is closed, not failed."""
    who, form = person_read(request, person_id), ClosingForm(sent(request))
    if form.is_valid():
        verb = VERBS[EndReason(form.cleaned_data["reason"])]
        by, at, on = request.actor, request.at, form.cleaned_data["on"]
        if is_done(form, lambda: verb(by=by, at=at, person_id=person_id, on=on), BESIDE):
            messages.success(request, _("The case is closed. Support ends on that day."))
            return redirect("record", person_id=person_id)
    page = record_verb(
        request,
        who,
        title=_("Close the case"),
        send=_("Close the case"),
        leads=(
            _("Plans end on the last day of support. Outcomes that were not finished are closed, "
              "and nobody has failed."),
        ),
        closed=_("Recorded: died on %(day)s.") % {"day": day(who.died_on)} if who.died_on else "",
    )  # fmt: skip
    return shown(request, page, form)
