"""A package beside the plan that mirrors it (R-TN-01), and the form that begins the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.delivery.queries.mirroring import NeedBeside, PackageBeside, package_beside
from whatmatters.delivery.queries.static_packages import weeks_unchanged
from whatmatters.delivery.services.mirroring import mirror_package
from whatmatters.delivery.web.forms import MirrorForm
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.policy.reviews import static_weeks
from whatmatters.rules.mirroring import needs_of
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

WORDS: Mapping[str, str | Promise] = {
    "package_already_mirrored": gettext_lazy("This package has its plan already."),
    "no_contract_for_plans": gettext_lazy(
        "The provider has no contract for plans on the first day."
    ),
    "package_over": gettext_lazy("The package ends before the plan would begin."),
}


@dataclass(frozen=True, slots=True)
class RowShown:
    """One need: now, in the plan, and what changes."""

    now: str
    plan: str
    small: str
    mark: tuple[str, str]


@permitted(
    Action.SEE_PLAN,
    person="person_id",
    post=Action.WRITE_PLAN,
    called=gettext_lazy("From a timetable to a plan"),
)
def package_plan(request: Asked, person_id: int) -> HttpResponse:
    """What you have now, what the plan says, what changes, what must not be missed."""
    found = package_beside(request.actor.council_id, person_id)
    if found is not None and request.sight.provider_id not in (None, found.provider_id):
        found = None
    form = _form(request, found)
    if form is not None and form.is_valid() and _begun(request, form, found):
        messages.success(
            request, _("The plan has been begun. Read it beside the package, together.")
        )
        return redirect("package_plan", person_id=person_id)
    who = person_of(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    told = {
        "base": "frontend/base_person.html" if is_own(request.sight) else "frontend/base.html",
        "own": is_own(request.sight),
        "name": who.known_as,
        "person_id": person_id,
        "found": found,
        "now": _now(found, prices=Action.SEE_PRICES in request.sight.actions) if found else "",
        "rows": [_row(one) for one in found.needs] if found and found.content else [],
        "form": form,
        "unchanged": _unchanged(found, request.today) if found else None,
    }
    return render(request, "delivery/package_plan.html", told, status=status(request))


def _unchanged(found: PackageBeside, on: date) -> int | None:
    """For how many weeks nobody has changed the package, where that is asked about (R-TT-04)."""
    held = found.package
    return weeks_unchanged(held.starts, held.ends, on=on, weeks=static_weeks())


def _form(request: Asked, found: PackageBeside | None) -> MirrorForm | None:
    if found is None or found.content or Action.WRITE_PLAN not in request.sight.actions:
        return None
    return MirrorForm(sent(request), needs=needs_of(found.package.tasks))


def _begun(request: Asked, form: MirrorForm, found: PackageBeside | None) -> bool:
    assert found is not None
    try:
        given = form.given(found.package.package_id)
        mirror_package(by=request.actor, at=request.at, given=given)
    except Refusal as refusal:
        form.refuse(_refused(refusal))
        return False
    return True


def _refused(refusal: Refusal) -> str:
    return str(WORDS[refusal.code]) if refusal.code in WORDS else refusal_words(refusal)


def _now(found: PackageBeside, *, prices: bool) -> str:
    """The package in one sentence: calls, minutes, and what a week costs."""
    package = found.package
    calls = ngettext(
        "%(calls)s call a day of %(minutes)s minutes",
        "%(calls)s calls a day of %(minutes)s minutes",
        package.calls_per_day,
    )
    told = {"calls": package.calls_per_day, "minutes": package.minutes_per_call}
    if not prices:
        return calls % told
    week = package.calls_per_day * package.minutes_per_call * 7 * package.rate / 60
    return calls % told + _(", %(price)s a week") % {"price": pounds(half_up(pence(week)))}


def _row(one: NeedBeside) -> RowShown:
    line = one.line
    if line is None:
        return RowShown(one.need or "", "", "", ("must", _("Not in the plan in these words")))
    small = ""
    if line.hours is not None:
        hours = f"{line.hours.normalize():f}"
        small = _("%(hours)s hours over the plan, no clock times") % {"hours": hours}
    if line.critical:
        told = {"minutes": line.tolerance_minutes}
        mark = ("must", _("Must not be missed: within %(minutes)s minutes") % told)
    elif one.need is None:
        mark = ("good", _("Not in the package in these words"))
    else:
        mark = ("plain", _("Can move: the time is agreed with the team"))
    return RowShown(one.need or "", line.what, small, mark)
