"""The council ends a bundle: its last day, which still earns, and why."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.delivery.queries import BundleRow
from whatmatters.delivery.services import end_bundles
from whatmatters.delivery.web.bundle.end_form import EndForm
from whatmatters.delivery.web.bundle.shown import BundlePage, newest_bundle, shown, taken
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.permissions import Action


@permitted(
    Action.AGREE_BUNDLE,
    person="person_id",
    post=Action.AGREE_BUNDLE,
    called=gettext_lazy("The end of a bundle"),
)
def bundle_end(request: Asked, person_id: int) -> HttpResponse:
    """Its last review is then short, and what is left in the bank runs out with it."""
    row = newest_bundle(request, person_id)
    runs = row is not None and row.ends is None
    form = EndForm(sent(request)) if runs else None
    if form is not None and row is not None and form.is_valid() and _ended(request, form, row):
        messages.success(request, _("The bundle has its last day."))
        return redirect("bank", person_id=person_id)
    page = BundlePage(
        title=_("End the bundle"),
        lead=_(
            "The last day still counts. Its last review is then short, and what is left in the "
            "bank runs out with it."
        ),
        send=_("End the bundle"),
        nothing=_("There is no bundle here that runs without a last day."),
    )
    return shown(request, person_id, form, page)


def _ended(request: Asked, form: EndForm, row: BundleRow) -> bool:
    told = form.cleaned_data

    def verb() -> int:
        end_bundles(
            by=request.actor,
            at=request.at,
            bundle_ids=[row.bundle_id],
            on=told["on"],
            reason=EndReason(told["reason"]),
        )
        return row.bundle_id

    return taken(request, form, verb, {})
