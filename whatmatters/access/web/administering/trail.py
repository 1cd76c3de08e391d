"""Who did what to accounts and roles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.queries.account_events import About, AccountEvent, read_events
from whatmatters.access.web.administering.charge import account, body_name, charge
from whatmatters.access.web.administering.forms import TrailForm
from whatmatters.access.web.administering.words import done, reason
from whatmatters.access.web.asked import Asked
from whatmatters.access.web.marks import permitted_council
from whatmatters.frontend.listing import page_links
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """One event: when, who, what they did, and why."""

    at: datetime
    by: str
    did: str
    why: str


def shown_events(events: Iterable[AccountEvent]) -> list[ShownEvent]:
    """The events in words."""
    return [ShownEvent(e.at, e.by, done(e), reason(e)) for e in events]


@permitted_council(Action.SEE_AUDIT)
def trail(request: Asked) -> HttpResponse:
    """The audit trail of accounts and roles in plain words; filtered and paged by address.

    Nothing of anybody's care stands here, nor who looked at whose record: that is the person's.
    """
    of = charge(request)
    form = TrailForm(request.GET)
    about, who = form.chosen().get("about"), form.chosen().get("who")
    one = account(request, who) if who else None
    read = read_events(
        of,
        about=About(about) if about else None,
        user_id=who,
        page=form.number(),
    )
    context = {
        "body": body_name(of),
        "search": form,
        "one": one,
        "events": shown_events(read.events),
        "total": read.total,
        "paging": {"links": page_links(read.page, read.pages, form.address)},
    }
    return render(request, "access/administering/trail.html", context)
