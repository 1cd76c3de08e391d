"""The minutes of a bundle for one week of one person: seven numbers, known ones in their place."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.delivery.queries import BundleRow, bundle_facts
from whatmatters.delivery.services import DayGiven, record_bundle_days
from whatmatters.delivery.web.bundle.days_form import DaysForm
from whatmatters.delivery.web.bundle.shown import BundlePage, newest_bundle, shown, taken
from whatmatters.delivery.web.bundle.weeks import WEEK, monday_of, weeks_beside
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.permissions import Action


@permitted(
    Action.RECORD_DAYS,
    person="person_id",
    post=Action.RECORD_DAYS,
    called=gettext_lazy("The days of a bundle"),
)
def bundle_days(request: Asked, person_id: int, monday: str) -> HttpResponse:
    """The week that holds this day. Only what differs from before is recorded."""
    start = monday_of(monday)
    row = newest_bundle(request, person_id)
    form = _form(request, row, start)
    if form is not None and row is not None and form.is_valid() and _recorded(request, form, row):
        messages.success(request, _("The days are recorded."))
        return redirect("bundle_days", person_id=person_id, monday=start.isoformat())
    first, last = day(start), day(start + timedelta(days=6))
    page = BundlePage(
        title=_("The days of the bundle, %(first)s to %(last)s") % {"first": first, "last": last},
        lead=_(
            "All minutes given on a day, 0 where nobody came. A day left empty is not recorded."
        ),
        send=_("Record the days"),
        nothing=_("No day of this week belongs to a bundle and has come yet."),
        more={"week": True, "weeks": weeks_beside(person_id, start, request.today)},
    )
    return shown(request, person_id, form, page)


def _form(request: Asked, row: BundleRow | None, start: date) -> DaysForm | None:
    if row is None:
        return None
    last = min(start + WEEK - timedelta(days=1), request.today, row.ends or date.max)
    first = max(start, row.starts)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if not days:
        return None
    known = dict(bundle_facts([row.bundle_id], first, last)[row.bundle_id].days)
    return DaysForm(sent(request), days=days, known=known)


def _recorded(request: Asked, form: DaysForm, row: BundleRow) -> bool:
    given = [DayGiven(row.bundle_id, on, minutes) for on, minutes in form.changed()]

    def verb() -> int:
        if given:
            record_bundle_days(by=request.actor, at=request.at, days=given)
        return row.bundle_id

    return taken(request, form, verb, {})
