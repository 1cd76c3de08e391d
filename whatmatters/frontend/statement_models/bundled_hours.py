"""`bundled_hours` in words: payments on account, and what a review brings."""

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from whatmatters.frontend.statement import SumRow, Sums
from whatmatters.frontend.statement_figures import exact, pounds, result, whole
from whatmatters.rules.commissioning import Inputs


def _day(told: Inputs) -> str:
    return date_format(date.fromisoformat(str(told["review_starts"])))


def _on_account(told: Inputs) -> str:
    return _("On account, for the review period from %(day)s") % {"day": _day(told)}


def _below(told: Inputs) -> str:
    return _("Less was used than the band allows in the review period from %(day)s") % {
        "day": _day(told)
    }


def _above(told: Inputs) -> str:
    return _("More was used than the band allows, as agreed beforehand, from %(day)s") % {
        "day": _day(told)
    }


def _expired(told: Inputs) -> str:
    return _("Banked minutes that ran out in the review period from %(day)s") % {"day": _day(told)}


def on_account(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The bundle's price, then its spread over the review's days."""
    how = _("price × days elapsed ÷ %(days)s, rounded half up") % {"days": told["review_days"]}
    rows = (
        SumRow(_("Hours a week"), str(told["weekly_hours"])),
        SumRow(_("Rate an hour"), pounds(told["rate"])),
        SumRow(
            _("Price of the review period"),
            whole(told["price_pence"]),
            _("hours a week × %(days)s days ÷ 7 × rate, rounded once")
            % {"days": told["review_days"]},
        ),
        SumRow(
            _("Earned after %(days)s days") % {"days": told["days_after"]},
            whole(told["earned_after_pence"]),
            how,
        ),
        SumRow(
            _("Earned after %(days)s days") % {"days": told["days_before"]},
            whole(told["earned_before_pence"]),
            how,
        ),
    )
    return (Sums(_("This payment on account"), (*rows, *result(told, pence))),)


def review(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """What was allocated and used, the band, and what lies outside it."""
    return (
        Sums(_("What was used, in minutes"), tuple(_used(told))),
        Sums(_("The adjustment"), (*_adjusted(told), *result(told, pence))),
    )


def _used(told: Inputs) -> Iterator[SumRow]:
    yield SumRow(_("Allocated"), str(told["allocated"]))
    yield SumRow(_("Delivered"), str(told["delivered"]))
    yield SumRow(_("Drawn from the bank"), str(told["drawn"]))
    yield SumRow(_("Put into the bank"), str(told["banked"]))
    how = _("delivered − drawn + put into the bank")
    yield SumRow(_("Used"), str(told["used"]), how, is_sum=True)
    band = _("from %(lower)s to %(upper)s") % {"lower": told["lower"], "upper": told["upper"]}
    yield SumRow(_("Band"), band, _("allocated, plus or minus %(tolerance)s of it") % told)


def _adjusted(told: Inputs) -> Iterator[SumRow]:
    yield SumRow(_("Minutes"), str(told["minutes"]))
    yield SumRow(_("Rate an hour"), pounds(told["rate"]))
    yield SumRow(_("Exact sum"), exact(told["exact_pence"]), _("minutes ÷ 60 × rate"))


REASONS = {
    "bundled_hours.on_account": _on_account,
    "bundled_hours.below": _below,
    "bundled_hours.above": _above,
    "bundled_hours.expired": _expired,
}
SUMS = {
    "bundled_hours.on_account": on_account,
    "bundled_hours.below": review,
    "bundled_hours.above": review,
    "bundled_hours.expired": review,
}
