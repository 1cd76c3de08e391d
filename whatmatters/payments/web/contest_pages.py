"""A penalty is contested by the provider, and decided by somebody who did not make the finding."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries import may, own_organisation_only
from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.payments.queries import ContestFacts, contests
from whatmatters.payments.services import contest_dissatisfaction as contest_unhappy
from whatmatters.payments.services import contest_penalty as contest
from whatmatters.payments.services import decide_contest
from whatmatters.payments.web.contested import About, about_dissatisfaction, about_finding
from whatmatters.payments.web.refusal_words import refusal_words
from whatmatters.rules.lifecycles import PenaltyState
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


class ContestForm(PageForm):
    """The provider says why."""

    words = WordsField(
        label=_("Why is this penalty wrong?"),
        help_text=_(
            "Say what happened and when you said so. The council, and the person, may read it."
        ),
    )


class DecisionForm(PageForm):
    """The council decides, with its reason."""

    outcome = OneOf(
        label=_("What is decided?"),
        choices=[
            (str(PenaltyState.WITHDRAWN), _("The penalty is withdrawn"), _("Nothing is taken.")),
            (
                str(PenaltyState.UPHELD),
                _("The penalty stands"),
                _("The next run takes it, as a line that shows its sum."),
            ),
        ],
    )
    reason = WordsField(
        label=_("Why?"),
        help_text=_("The provider reads this. Write it so that it can be answered."),
    )


@permitted_council(
    Action.CONTEST_PENALTY, post=Action.CONTEST_PENALTY, called=_("Contest a penalty")
)
def contest_penalty(request: Asked, finding_id: int) -> HttpResponse:
    """The provider's form: why the penalty of a finding is wrong."""
    about = about_finding(request.actor.council_id, finding_id)
    return _contest(request, about, partial(contest, finding_id=finding_id))


@permitted_council(
    Action.CONTEST_PENALTY, post=Action.CONTEST_PENALTY, called=_("Contest a penalty")
)
def contest_dissatisfaction(request: Asked, dissatisfied_id: int) -> HttpResponse:
    """The same form for a penalty that a person's dissatisfaction alone brought (R-WI-19).

    The number is that of the judgement in which she said so.
    """
    about = about_dissatisfaction(request.actor.council_id, dissatisfied_id)
    return _contest(request, about, partial(contest_unhappy, judgement_id=dissatisfied_id))


def _contest(request: Asked, about: About, send: Callable[..., int]) -> HttpResponse:
    own = own_organisation_only(request.actor, Action.CONTEST_PENALTY)
    theirs = own in (None, about.provider_id)
    if not theirs or not may(request.actor, Action.SEE_OUTCOMES, about.person_id, request.today):
        raise Http404
    form = ContestForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            send(
                by=request.actor,
                at=request.at,
                on=request.today,
                words=form.cleaned_data["words"],
            )
        except Refusal as refusal:
            form.refuse(refusal_words(refusal))
        else:
            held = _("Contested. The penalty is held: nothing is taken until it is decided.")
            messages.success(request, held)
            return HttpResponseRedirect(reverse("remittance_list"))
    return _page(request, "payments/contest_penalty.html", about, form, {})


@permitted_council(
    Action.DECIDE_CONTEST, post=Action.DECIDE_CONTEST, called=_("Decide a contested penalty")
)
def contest_decide(request: Asked, contest_id: int) -> HttpResponse:
    """The council's form: whether the penalty stands, and why."""
    made = {c.contest_id: c for c in contests(request.actor.council_id)}.get(contest_id)
    if made is None:
        raise Http404
    form = DecisionForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            _decide(request, contest_id, form)
        except Refusal as refusal:
            form.refuse(refusal_words(refusal))
        else:
            messages.success(request, _("Decided. The provider reads your reason."))
            return HttpResponseRedirect(reverse("contest_decide", args=[contest_id]))
    about = _about(request.actor.council_id, made)
    who = user_names([made.contested_by_id, made.decided_by_id or 0])
    more = {
        "contest": made,
        "contested_by": who.get(made.contested_by_id, ""),
        "decided_by": who.get(made.decided_by_id or 0, ""),
        "mine": request.actor.user_id in about.barred,
    }
    return _page(request, "payments/contest_decide.html", about, form, more)


def _decide(request: Asked, contest_id: int, form: DecisionForm) -> None:
    decide_contest(
        by=request.actor,
        at=request.at,
        on=request.today,
        contest_id=contest_id,
        outcome=PenaltyState(form.cleaned_data["outcome"]),
        reason=form.cleaned_data["reason"],
    )


def _about(council_id: int, made: ContestFacts) -> About:
    if made.finding_id is not None:
        return about_finding(council_id, made.finding_id)
    return about_dissatisfaction(council_id, made.judgement_id or 0)


def _page(
    request: Asked, template: str, about: About, form: PageForm, more: dict[str, object]
) -> HttpResponse:
    context = {"about": about, "form": form, **more}
    return render(request, template, context, status=422 if form.errors else 200)
