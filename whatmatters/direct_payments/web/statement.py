"""One direct payment: what it is, its record, and each look at the account."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import Sight
from whatmatters.access.queries.names import organisation_names, user_names
from whatmatters.access.web import Asked, permitted
from whatmatters.direct_payments.queries import (
    DirectFacts,
    direct_terms,
    introductions,
    looks_of,
    record_of,
)
from whatmatters.direct_payments.web.found import base_of, found_direct, person_of_direct
from whatmatters.direct_payments.web.record_shown import record_rows
from whatmatters.direct_payments.web.terms_shown import terms_rows
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.rules.direct_payments import owed_on, spent_on
from whatmatters.rules.permissions import Action


@permitted(Action.SEE_FUND, person=person_of_direct, called=gettext_lazy("A direct payment"))
def direct(request: Asked, direct_id: int) -> HttpResponse:
    """What it is worth, what was written down, and what stood in the account."""
    facts = found_direct(request, direct_id)
    return render(request, "direct_payments/direct.html", _told(request, facts))


def _told(request: Asked, facts: DirectFacts) -> dict[str, Any]:
    who = person_of(facts.person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    agreement = direct_terms(facts.council_id, facts.id)
    names = organisation_names({facts.account_id, *(payer for payer, _ in agreement.payers)})
    record, looks = record_of(facts.id), looks_of(facts.id)
    counting = [one.written for one in record if one.counts]
    page = paging(ListForm(request.GET), len(record))
    newest = record[::-1][page.start : page.start + PER_PAGE]
    looked = user_names({one.by_id for one in looks})
    return {
        "base": base_of(request),
        "own": is_own(request.sight),
        "name": who.known_as,
        "facts": facts,
        "over": facts.ends is not None and facts.ends < request.today,
        "terms": terms_rows(facts, agreement, names),
        "record": record_rows(newest, request.sight.actions),
        "paging": page,
        "spent": spent_on(counting, request.today),
        "owed": owed_on(counting, request.today),
        "looks": [(one, looked[one.by_id]) for one in looks],
        "acts": list(_acts(facts, request.sight)),
        "workers": introductions(facts.council_id, direct_id=facts.id),
    }


def _acts(facts: DirectFacts, sight: Sight) -> Iterator[tuple[str, str]]:
    """Words and address of what this reader may do."""
    if not facts.began:
        return
    if Action.KEEP_DIRECT_PAYMENT in sight.actions:
        yield _("Write down what was spent or is owed"), reverse("direct_write", args=[facts.id])
        yield _("Strike a line out"), reverse("direct_strike", args=[facts.id])
    if Action.AGREE_FUND in sight.actions:
        yield _("Look at the account"), reverse("direct_look", args=[facts.id])
        if facts.ends is None:
            if not facts.managed:
                told = _("A worker whom a platform found")
                yield told, reverse("direct_introduce", args=[facts.id])
            yield _("End the direct payment"), reverse("direct_end", args=[facts.id])
