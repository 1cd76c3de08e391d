"""A contract's results: the provider and the council read one page."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.queries import may_in_council
from whatmatters.access.queries.names import names_together
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.templatetags.wm import percent
from whatmatters.results.queries import Said, ever_told
from whatmatters.results.web.sending import found_scheme
from whatmatters.results.web.shown import rows, steps
from whatmatters.results.web.words import DIRECTIONS, rate_text, seen_text
from whatmatters.rules.permissions import Action


@permitted_council(Action.SEE_RESULTS)
def result_scheme(request: Asked, results_id: int) -> HttpResponse:
    """What was agreed, and each measured period: counted, told from chance or not, agreed to."""
    scheme = found_scheme(request, results_id)
    ever = ever_told(scheme.id)
    shown = list(rows(scheme, ever, request.today))
    newest = {row.said for row in shown}
    before = [one for one in ever if one not in newest]
    bodies = {scheme.contract.provider_id, *dict(scheme.contract.payers)}
    who = {pk for one in ever for pk in (one.count.by_id, one.agreed_by) if pk is not None}
    users, names = names_together(who, bodies)
    terms = scheme.terms.terms
    baseline = terms.baseline
    context = {
        "scheme": scheme,
        "provider": names[scheme.contract.provider_id],
        "payers": [(names[pk], percent(part)) for pk, part in scheme.contract.payers],
        "baseline": baseline,
        "before_rate": seen_text(baseline.events / baseline.people),
        "better": DIRECTIONS[terms.direction],
        "confidence": rate_text(terms.confidence),
        "steps": steps(scheme),
        "groups": terms.groups,
        "rows": [(row, *_who(row.said, users)) for row in shown],
        "ever_told": [(one, *_who(one, users)) for one in before],
        "next": scheme.measured(len(shown) + 1) if scheme.holds(len(shown) + 1) else None,
        "may_count": may_in_council(request.actor, Action.COUNT_RESULTS),
        "may_agree": may_in_council(request.actor, Action.AGREE_COUNT),
        "may_change": may_in_council(request.actor, Action.CHANGE_CONTRACTS) and not scheme.never,
    }
    return render(request, "results/result_scheme.html", context)


def _who(said: Said | None, users: Mapping[int, str]) -> tuple[str, str]:
    """Who counted, and who agreed to it, by name."""
    if said is None:
        return "", ""
    return users[said.count.by_id], users[said.agreed_by] if said.agreed_by else ""
