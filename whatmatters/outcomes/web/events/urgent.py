"""Support that cannot wait: begun on the social worker's authority."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.services import start_urgently
from whatmatters.outcomes.web.addresses import person_of_version
from whatmatters.outcomes.web.attempts import ButtonForm, is_done
from whatmatters.outcomes.web.plans.acts import can_start_urgently
from whatmatters.outcomes.web.plans.page import plan_page
from whatmatters.outcomes.web.plans.price_words import price_words
from whatmatters.outcomes.web.plans.reading import read_plan
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.policy.queries import urgent_start_days
from whatmatters.rules.permissions import Action


@permitted(Action.START_URGENTLY, person=person_of_version, post=Action.START_URGENTLY)
def urgent_start(request: Asked, version_id: int) -> HttpResponse:
    """Begin now; the three are asked all the same. Sent twice, it begins once."""
    read, form = read_plan(request, version_id), ButtonForm(sent(request))
    facts = read.content.facts
    if form.is_valid() and (facts.urgent_on or is_done(form, lambda: _start(request, version_id))):
        messages.success(request, _("Support has begun. All three are asked for their answer."))
        return redirect("plan_version", version_id=version_id)
    by = facts.starts + timedelta(days=urgent_start_days())
    told = {
        "page": plan_page(read, request.sight),
        "form": form,
        "can": can_start_urgently(facts),
        "starts": day(facts.starts),
        "by": day(by),
        "price": price_words(facts),
        "as_block": facts.as_block,
    }
    return render(request, "outcomes/urgent_start.html", told, status=status(request))


def _start(request: Asked, version_id: int) -> None:
    start_urgently(by=request.actor, at=request.at, on=request.today, version_ids=[version_id])
