"""The council agrees minutes over the band of a review period, before it is over."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.delivery.queries import BundleRow
from whatmatters.delivery.queries.bank import review_periods_of
from whatmatters.delivery.services import agree_over
from whatmatters.delivery.web.bundle.over_form import OverForm
from whatmatters.delivery.web.bundle.shown import BundlePage, newest_bundle, shown, taken
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.permissions import Action

BESIDE = {"not_beforehand": "review", "outside_bundle": "review"}


@permitted(
    Action.AGREE_BUNDLE,
    person="person_id",
    post=Action.AGREE_BUNDLE,
    called=gettext_lazy("More than the bundle"),
)
def bundle_over(request: Asked, person_id: int) -> HttpResponse:
    """What is used over the band is paid as far as it is agreed here beforehand."""
    row = newest_bundle(request, person_id)
    form = _form(request, row)
    if form is not None and row is not None and form.is_valid() and _agreed(request, form, row):
        messages.success(request, _("The minutes over the bundle are agreed."))
        return redirect("bank", person_id=person_id)
    page = BundlePage(
        title=_("Agree more than the bundle"),
        lead=_("What is used over the band is paid only as far as it was agreed before."),
        send=_("Agree the minutes"),
        nothing=_("There is no bundle that runs here."),
    )
    return shown(request, person_id, form, page)


def _form(request: Asked, row: BundleRow | None) -> OverForm | None:
    """The review period that runs, and the next one."""
    if row is None or (row.ends is not None and row.ends < request.today):
        return None
    now = review_periods_of(request.actor.council_id, row.bundle_id, request.today)[-1]
    ahead = max(now.end, request.today) + timedelta(days=1)
    found = review_periods_of(request.actor.council_id, row.bundle_id, ahead)
    form = OverForm(sent(request))
    form.fields["review"].choices = [  # type: ignore[attr-defined]
        (one.start.isoformat(), f"{day(one.start)} – {day(one.end - ONE_DAY)}")
        for one in found
        if one.end > request.today
    ]
    return form


def _agreed(request: Asked, form: OverForm, row: BundleRow) -> bool:
    told = form.cleaned_data

    def verb() -> int:
        agree_over(
            by=request.actor,
            at=request.at,
            bundle_id=row.bundle_id,
            review_starts=date.fromisoformat(told["review"]),
            minutes=told["minutes"],
        )
        return row.bundle_id

    return taken(request, form, verb, BESIDE)
