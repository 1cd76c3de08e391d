"""An exception: the provider says early that a plan cannot go on, and the council answers."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.queries import exception_of
from whatmatters.outcomes.services import answer_exception, raise_exception
from whatmatters.outcomes.web.addresses import person_of_exception, person_of_version
from whatmatters.outcomes.web.attempts import is_done, is_kept
from whatmatters.outcomes.web.code_words import EXCEPTION_REASONS, EXCEPTION_STATES
from whatmatters.outcomes.web.events.exception_forms import ExceptionAnswerForm, ExceptionForm
from whatmatters.outcomes.web.events.page import plan_verb, shown
from whatmatters.outcomes.web.first_stands import recorded, stood
from whatmatters.outcomes.web.plans.acts import is_in_force
from whatmatters.outcomes.web.plans.reading import read_plan
from whatmatters.outcomes.web.sent import sent
from whatmatters.rules.lifecycles import ExceptionState
from whatmatters.rules.outcomes import ExceptionReason
from whatmatters.rules.permissions import Action

BESIDE = {"reprice_before_exception": "on", "day_not_reached": "on"}


@permitted(
    Action.RAISE_EXCEPTION,
    person=person_of_version,
    post=Action.RAISE_EXCEPTION,
    called=gettext_lazy("Raise an exception"),
)
def exception_raise(request: Asked, version_id: int) -> HttpResponse:
    """The delay clock stops today; the council answers, and the plan is written again."""
    read = read_plan(request, version_id)
    form = ExceptionForm(sent(request), outcomes=read.content.outcomes)
    if form.is_valid() and is_kept(
        request,
        form,
        lambda: _raise(request, form, version_id),
        _("The exception is raised. The council is asked."),
    ):
        return redirect("plan_version", version_id=version_id)
    page = plan_verb(
        request,
        version_id,
        title=_("Raise an exception"),
        send=_("Raise the exception"),
        leads=(
            _("Say early that the plan cannot go on as agreed."),
            _("It counts from today, %(day)s: from now on no delay counts against you for it. The "
              "old price runs until a new plan is agreed.") % {"day": day(request.today)},
        ),
        closed="" if is_in_force(read.content.facts) else _("This plan is not in force."),
    )  # fmt: skip
    return shown(request, page, form)


def _raise(request: Asked, form: ExceptionForm, version_id: int) -> int:
    told = form.cleaned_data
    return raise_exception(
        by=request.actor,
        at=request.at,
        version_id=version_id,
        reason=ExceptionReason(told["reason"]),
        words=told["words"],
        outcome_ids=tuple(int(pk) for pk in told.get("outcomes", ())),
    )


@permitted(
    Action.ANSWER_EXCEPTION,
    person=person_of_exception,
    post=Action.ANSWER_EXCEPTION,
    called=gettext_lazy("Answer an exception"),
)
def exception_answer(request: Asked, exception_id: int) -> HttpResponse:
    """The council accepts it from a day, or does not. An answer is given once."""
    found = exception_of(request.actor.council_id, exception_id)
    if found is None:
        raise Http404
    form = ExceptionAnswerForm(sent(request), initial={"on": max(request.today, found.on)})
    words, waits = _("The exception is answered."), found.state is ExceptionState.RAISED
    if form.is_valid():
        if not waits:
            stood(request, words)
            return redirect("plan_version", version_id=found.version_id)
        if is_done(form, lambda: _answer(request, form, exception_id), BESIDE):
            recorded(request, words)
            return redirect("plan_version", version_id=found.version_id)
    told = {"reason": EXCEPTION_REASONS[found.reason], "name": found.by_name, "day": day(found.on)}
    page = plan_verb(
        request,
        found.version_id,
        title=_("Answer an exception"),
        send=_("Send the council’s answer"),
        leads=(_("%(name)s raised it on %(day)s: %(reason)s.") % told,),
        said=(found.words,),
        closed="" if waits else str(EXCEPTION_STATES[found.state]),
    )
    return shown(request, page, form)


def _answer(request: Asked, form: ExceptionAnswerForm, exception_id: int) -> None:
    accepted = form.cleaned_data["answer"] == str(ExceptionState.ACCEPTED)
    on = form.cleaned_data["on"] if accepted else request.today
    answer_exception(
        by=request.actor, at=request.at, exception_id=exception_id, accepted=accepted, on=on
    )
