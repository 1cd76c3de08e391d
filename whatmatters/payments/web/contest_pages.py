"""A penalty is contested by the provider, and decided by somebody who did not make the finding."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries import may, own_organisation_only
from whatmatters.access.queries.names import organisation_names, user_names
from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.outcomes.queries import FindingFacts, OutcomeFacts, findings, outcome_facts
from whatmatters.payments.queries import PenaltyFacts, contests, penalties
from whatmatters.payments.services import contest_penalty as contest
from whatmatters.payments.services import decide_contest
from whatmatters.payments.web.refusal_words import refusal_words
from whatmatters.people.queries import person_facts
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


@dataclass(frozen=True, slots=True)
class About:
    """What a contest is about, as its page says it."""

    finding: FindingFacts
    penalty: PenaltyFacts
    outcome: OutcomeFacts
    person: str
    provider: str
    finder: str


@permitted_council(
    Action.CONTEST_PENALTY, post=Action.CONTEST_PENALTY, called=_("Contest a penalty")
)
def contest_penalty(request: Asked, finding_id: int) -> HttpResponse:
    """The provider's form: why the penalty of a finding is wrong."""
    own = own_organisation_only(request.actor, Action.CONTEST_PENALTY)
    about = _about(request, finding_id)
    theirs = own in (None, about.finding.provider_id)
    person_id = about.finding.person_id
    if not theirs or not may(request.actor, Action.SEE_OUTCOMES, person_id, request.today):
        raise Http404
    form = ContestForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            contest(
                by=request.actor,
                at=request.at,
                on=request.today,
                finding_id=finding_id,
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
    about = _about(request, made.finding_id)
    who = user_names([made.contested_by_id, made.decided_by_id or 0])
    more = {
        "contest": made,
        "contested_by": who.get(made.contested_by_id, ""),
        "decided_by": who.get(made.decided_by_id or 0, ""),
        "mine": about.finding.by_id == request.actor.user_id,
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


def _about(request: Asked, finding_id: int) -> About:
    council_id = request.actor.council_id
    found = findings([finding_id]).get(finding_id)
    if found is None or found.council_id != council_id:
        raise Http404
    return About(
        finding=found,
        penalty=penalties(council_id, [finding_id])[finding_id],
        outcome=outcome_facts([found.outcome_id])[found.outcome_id],
        person=person_facts([found.person_id])[found.person_id].full_name,
        provider=organisation_names([found.provider_id]).get(found.provider_id, ""),
        finder=user_names([found.by_id]).get(found.by_id, ""),
    )


def _page(
    request: Asked, template: str, about: About, form: PageForm, more: dict[str, object]
) -> HttpResponse:
    context = {"about": about, "form": form, **more}
    return render(request, template, context, status=422 if form.errors else 200)
