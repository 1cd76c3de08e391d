"""A contract's shifts, four weeks at a time: the provider and the council read one page."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import may_in_council
from whatmatters.access.queries.names import names_together
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.payments.queries.calendar import calendar
from whatmatters.payments.web.shift_shown import paid_together, payable, shift_rows, ways
from whatmatters.policy.shifts import lean
from whatmatters.rules.money import pence
from whatmatters.rules.money_text import exact_pounds_text
from whatmatters.rules.periods import Period, periods
from whatmatters.rules.permissions import Action
from whatmatters.shifts.queries import SchemeFacts
from whatmatters.shifts.queries.floors import ever_under_law
from whatmatters.shifts.queries.told import ever_told, newest_day, shifts_told
from whatmatters.shifts.web.sending import found_scheme


class WeeksFilter(ListForm):
    """Which four weeks."""

    period = forms.ChoiceField(label=gettext_lazy("Which four weeks"), required=False)


def _names(request: Asked) -> bool:
    """Whether the reader reads who told a shift: a body that only pays a share reads no name of the
    provider's staff."""
    return any(may_in_council(request.actor, one) for one in (Action.KEEP_SHIFTS, Action.SEE_RUNS))


@permitted_council(Action.SEE_SHIFTS)
def shift_scheme(request: Asked, shifts_id: int) -> HttpResponse:
    """Its terms, the three ways of dividing side by side, and each shift."""
    scheme = found_scheme(request, shifts_id)
    newest = newest_day(scheme.id)
    spans = _spans(request, scheme, newest)
    form = WeeksFilter(request.GET)
    form.offer("period", _("The newest with shifts"), ((p.start, period_words(p)) for p in spans))
    period = _chosen(form, spans, newest)
    told = shifts_told(scheme.id, period.start, period.last_day)
    part, counted = paging(form, len(told)), payable(scheme, told)
    shown = told[part.start : part.start + PER_PAGE]
    ever = ever_told(scheme.id, shown)
    bodies = {scheme.contract.provider_id, *dict(scheme.contract.payers)}
    users, names = names_together({one.by_id for one in ever}, bodies)
    first = max(period.start, scheme.starts)
    last = max(first, min(period.last_day, scheme.last_day or period.last_day))
    terms = scheme.terms.terms_on(last)
    share = lean(request.today)
    keep = may_in_council(request.actor, Action.KEEP_SHIFTS)
    change = may_in_council(request.actor, Action.CHANGE_CONTRACTS)
    context = {
        "scheme": scheme,
        "provider": names[scheme.contract.provider_id],
        "payers": [names[pk] for pk, _share in scheme.contract.payers],
        "terms": terms,
        "tiers": [(name, exact_pounds_text(pence(rate))) for name, rate in terms.tiers.items()],
        "filters": form,
        "paging": part,
        "period": period,
        "counted": len(counted),
        "ways": ways(scheme, counted, share, terms.method),
        "paid": paid_together(scheme, counted),
        "lean": share,
        "under": ever_under_law(scheme.terms, first, last),
        "rows": list(shift_rows(scheme, shown)),
        "ever_told": [(one, users[one.by_id] if _names(request) else "") for one in ever],
        "may_keep": keep,
        "may_change": change and not scheme.never,
    }
    return render(request, "payments/shift_scheme.html", context)


def _spans(request: Asked, scheme: SchemeFacts, newest: date | None) -> list[Period]:
    """The council's payment periods from its first day to today, or to its last day and the newest
    shift, the newest first; before the council has said when they start, four weeks from its own
    first day."""
    anchor = calendar(request.actor.council_id) or scheme.starts
    last = min(request.today, scheme.last_day or request.today)
    until = max(last, scheme.starts, newest or scheme.starts)
    return list(periods(scheme.starts, until, anchor))[::-1]


def _chosen(form: WeeksFilter, spans: Sequence[Period], newest: date | None) -> Period:
    asked = form.chosen().get("period")
    for one in spans:
        if str(one.start) == asked:
            return one
    told = (one for one in spans if newest is not None and newest in one)
    return next(told, spans[0])
