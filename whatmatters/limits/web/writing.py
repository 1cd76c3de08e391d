"""An entry is written, and put right."""

from functools import partial

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import own_organisation_only
from whatmatters.access.queries.bodies import organisations_outside
from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.limits.services import correct_limit, keep_limit
from whatmatters.limits.web.limit_form import CorrectionForm, LimitForm, as_it_stands
from whatmatters.limits.web.sending import form_page, found_limit
from whatmatters.rules.permissions import Action

KEEP = Action.KEEP_LIMITS
NEW = gettext_lazy("Write what blocks a design")
RIGHT = gettext_lazy("Put this entry right")


@permitted_council(KEEP, post=KEEP, called=NEW)
def limit_new(request: Asked) -> HttpResponse:
    """A new entry."""
    form = LimitForm(sent(request), own=_own(request), bodies=_bodies(request))

    def verb() -> int:
        return keep_limit(by=request.actor, at=request.at, given=form.given())

    lead = _(
        "A rule or a limit that keeps you from paying or working as you would. Write it so that "
        "whoever can change it would say that it is true."
    )
    return form_page(request, form, verb, {"title": NEW, "lead": lead, "send": _("Keep this")})


@permitted_council(KEEP, post=KEEP, called=RIGHT)
def limit_right(request: Asked, limit_id: int) -> HttpResponse:
    """The same questions, as they were answered; a newer version, and the older ones stay."""
    one = found_limit(request, limit_id)
    form = CorrectionForm(
        sent(request), own=_own(request), bodies=_bodies(request), initial=as_it_stands(one)
    )

    def verb() -> int:
        told = form.cleaned_data
        keep = partial(correct_limit, by=request.actor, at=request.at, limit_id=one.id)
        return keep(given=form.given(), seen=told["seen"], why=told["why"])

    lead = _(
        "For what was written wrong, or a last day that is known now. What somebody answered to a "
        "query is written on the query."
    )
    said = {"title": RIGHT, "lead": lead, "send": _("Keep the newer version")}
    return form_page(request, form, verb, said, one)


def _own(request: Asked) -> int | None:
    return own_organisation_only(request.actor, KEEP)


def _bodies(request: Asked) -> dict[int, str]:
    return organisations_outside(request.actor.council_id) if _own(request) is None else {}
