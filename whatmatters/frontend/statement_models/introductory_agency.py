"""`introductory_agency` in words: both parts are shown to both."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.frontend.statement import SumRow, Sums
from whatmatters.frontend.statement_figures import pounds, whole
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.commissioning import Inputs


def _platform(_told: Inputs) -> str:
    return _("The platform’s part")


def _worker(_told: Inputs) -> str:
    return _("The worker’s part")


def parts(told: Inputs, _pence: int | None) -> tuple[Sums, ...]:
    """The total, the platform's part of it, and the rest."""
    return (Sums(_("What was paid for"), tuple(_rows(told))),)


def _rows(told: Inputs) -> Iterator[SumRow]:
    if "on" in told:
        yield SumRow(_("Day"), day(date.fromisoformat(str(told["on"]))))
    yield SumRow(_("Price an hour"), pounds(told["hourly_price"]))
    yield SumRow(_("Minutes"), str(told["minutes"]))
    yield SumRow(_("Total"), whole(told["total_pence"]), _("price × minutes ÷ 60, rounded once"))
    how = _("%(platform_share)s of the total, rounded once") % told
    yield SumRow(_("The platform’s part"), whole(told["platform_pence"]), how)
    yield SumRow(_("The worker’s part"), whole(told["worker_pence"]), _("the rest"))


REASONS = {
    "introductory_agency.platform": _platform,
    "introductory_agency.worker": _worker,
}
SUMS = {"introductory_agency.platform": parts, "introductory_agency.worker": parts}
