"""`shift_split` in words: what a shift cost, and how it is divided by each of three methods."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from whatmatters.frontend.statement import SumRow, Sums
from whatmatters.frontend.statement_figures import exact, pounds, result, whole
from whatmatters.rules.commissioning import Inputs


def _shift(told: Inputs) -> str:
    day = date_format(date.fromisoformat(str(told["date"])))
    named = str(told["shift"]).removeprefix("shift:")
    return _("This funder’s part of shift %(shift)s on %(day)s") % {"shift": named, "day": day}


def shift(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The shift's cost, the minutes that divide it, and the methods side by side."""
    return (
        Sums(_("What the shift cost"), tuple(_cost(told))),
        Sums(_("How it is divided"), (*_divided(told), *result(told, pence))),
    )


def _cost(told: Inputs) -> Iterator[SumRow]:
    yield SumRow(_("Paid minutes"), str(told["paid"]), _("whatever was done in them"))
    yield SumRow(_("Rate an hour"), pounds(told["rate"]))
    how = _("minutes ÷ 60 × rate × (1 + %(on_costs)s)") % told
    yield SumRow(_("Exact sum"), exact(told["exact_pence"]), how)
    yield SumRow(_("Cost of the shift"), whole(told["cost_pence"]), _("rounded once"), is_sum=True)


def _divided(told: Inputs) -> Iterator[SumRow]:
    yield SumRow(_("Minutes of social care"), str(told["social"]))
    yield SumRow(_("Minutes of delegated health tasks"), str(told["health"]))
    yield SumRow(_("Minutes of travel"), str(told["travel"]))
    yield SumRow(_("Free minutes"), str(told["downtime"]), _("paid like the rest"))
    names = {
        "contact": _("NHS’s share by contact"),
        "marginal": _("NHS’s share by its own minutes and travel"),
        "fixed": _("NHS’s agreed share"),
    }
    found = told["nhs_by_method"]
    for method, share in found.items() if isinstance(found, Mapping) else ():
        in_force = _("in force") if method == told["method"] else _("for comparison")
        yield SumRow(names[method], _("none agreed") if share is None else str(share), in_force)


REASONS = {"shift_split.shift": _shift}
SUMS = {"shift_split.shift": shift}
