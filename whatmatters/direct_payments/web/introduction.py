"""One worker whom a platform found: the price, both parts of it, and each day that was bought."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import names_together
from whatmatters.access.web import Asked, permitted
from whatmatters.direct_payments.queries import (
    Bought,
    IntroductionFacts,
    bought,
    ever_bought,
    introduction_terms,
)
from whatmatters.direct_payments.web.found import base_of
from whatmatters.direct_payments.web.introduction_found import (
    found_introduction,
    person_of_introduction,
)
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.policy.queries import dated_rules
from whatmatters.rules.commissioning import AgreementTerms
from whatmatters.rules.commissioning_models import introductory_agency
from whatmatters.rules.minutes import MINUTES_IN_AN_HOUR
from whatmatters.rules.permissions import Action

Agreed = AgreementTerms[introductory_agency.Terms]


@dataclass(frozen=True, slots=True)
class Split:
    """What some minutes come to in pence: both parts, as a run pays them."""

    platform: int
    worker: int

    @property
    def total(self) -> int:
        """What is paid in all."""
        return self.platform + self.worker


@permitted(
    Action.SEE_FUND,
    person=person_of_introduction,
    called=gettext_lazy("A worker whom a platform found"),
)
def introduction(request: Asked, introduction_id: int) -> HttpResponse:
    """Both parts of the price are shown to everybody who may read it."""
    one = found_introduction(request, introduction_id)
    return render(request, "direct_payments/introduction.html", _told(request, one))


def _told(request: Asked, one: IntroductionFacts) -> dict[str, Any]:
    who = person_of(one.person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    agreed, ever = introduction_terms(request.actor.council_id, one.id), ever_bought(one.id)
    newest = list(bought(ever).values())
    page = paging(ListForm(request.GET), len(newest))
    shown = newest[page.start : page.start + PER_PAGE]
    days = {day.on for day in shown}
    before = [day for day in ever if day.on in days and day not in shown]
    users, bodies = names_together({day.by_id for day in ever}, {one.platform_id})
    return {
        "base": base_of(request),
        "own": is_own(request.sight),
        "name": who.known_as,
        "facts": one,
        "platform": bodies[one.platform_id],
        "share": agreed.terms.platform_share,
        "hour": _split(agreed, MINUTES_IN_AN_HOUR),
        "rows": [(day, _row(one, agreed, day), users[day.by_id]) for day in shown],
        "before": [(day, users[day.by_id]) for day in before],
        "paging": page,
        "may_keep": Action.KEEP_DIRECT_PAYMENT in request.sight.actions and one.began,
        "acts": list(_acts(request, one)),
    }


def _row(one: IntroductionFacts, agreed: Agreed, day: Bought) -> Split | None:
    """None where the day is not paid."""
    return _split(agreed, day.minutes) if one.holds(day.on) else None


def _split(agreed: Agreed, minutes: int) -> Split:
    lines = introductory_agency.assess(
        agreed, introductory_agency.Evidence(minutes), dated_rules()
    ).lines
    by_rule = {line.rule: line.pence for line in lines}
    return Split(
        by_rule.get(introductory_agency.PLATFORM, 0), by_rule.get(introductory_agency.WORKER, 0)
    )


def _acts(request: Asked, one: IntroductionFacts) -> Iterator[tuple[str, str]]:
    """Words and address of what this reader may do."""
    if Action.KEEP_DIRECT_PAYMENT in request.sight.actions and one.began:
        yield _("Tell the hours of a day"), reverse("introduction_hours", args=[one.id])
    if Action.AGREE_FUND in request.sight.actions and (
        one.ends is None or one.ends >= request.today
    ):
        yield _("The last day of these hours"), reverse("introduction_end", args=[one.id])
