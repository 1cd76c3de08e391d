"""Agree to pay the results of a whole service."""

from django.http import HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.queries.bodies import council_body, organisations_outside, providers
from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.results.services import ResultsGiven, open_results
from whatmatters.results.web.opening_form import OpenForm
from whatmatters.results.web.sending import form_page
from whatmatters.rules.permissions import Action

CHANGE = Action.CHANGE_CONTRACTS
OPEN = gettext_lazy("Agree to pay the results of a service")


@permitted_council(CHANGE, post=CHANGE, called=OPEN)
def result_open(request: Asked) -> HttpResponse:
    """A contract with its baseline, its steps, and who is counted."""
    form = OpenForm(sent(request))
    _offer(request, form)

    def verb() -> int:
        told = form.cleaned_data
        given = ResultsGiven(
            provider_id=int(told["provider"]),
            funders=form.funders(council_body(request.actor.council_id) or 0),
            terms=form.terms(),
            knowing=told["knowing"],
            **{name: told[name] for name in ("reference", "starts", "ends")},
            **{name: told[name] for name in ("population", "event", "weeks", "expected")},
        )
        return open_results(by=request.actor, at=request.at, given=given)

    lead = _(
        "All of it is agreed once, before anything is counted: whoever chose the people or the "
        "days afterwards could choose the result. Other terms are another contract."
    )
    return form_page(request, form, verb, {"title": OPEN, "lead": lead, "send": _("Sign")})


def _offer(request: Asked, form: OpenForm) -> None:
    council_id = request.actor.council_id
    welsh = (get_language() or "").startswith("cy")
    named = {pk: (cy or en) if welsh else en for pk, (en, cy) in providers(council_id).items()}
    nobody = ("", _("Nobody: the council pays all"))
    offered = (
        ("provider", ("", _("Choose one")), named),
        ("other", nobody, organisations_outside(council_id)),
    )
    for name, first, found in offered:
        rows = [first, *((str(pk), said) for pk, said in found.items())]
        form.fields[name].choices = rows  # type: ignore[attr-defined]
