"""`direct_payment` in words: weeks in advance, the start-up sum, a surplus."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.frontend.statement import SumRow, Sums
from whatmatters.frontend.statement_figures import pounds, result, whole
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.commissioning import Inputs


def _payment(told: Inputs) -> str:
    return _("Direct payment in advance, for days %(first)s to %(last)s") % {
        "first": int(str(told["days_before"])) + 1,
        "last": told["days_after"],
    }


def _start_up(_told: Inputs) -> str:
    return _("A sum to start with")


def _surplus(told: Inputs) -> str:
    return _("More than %(weeks)s weeks of budget stood in the account at the yearly look") % {
        "weeks": told["surplus_weeks"]
    }


def _ended(_told: Inputs) -> str:
    return _("What was left in the account at the end, beyond what it owed")


def payment(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The weekly sum, then the days of the period."""
    return (Sums(_("This payment"), (*_weeks(told), *result(told, pence))),)


def _weeks(told: Inputs) -> Iterator[SumRow]:
    yield SumRow(_("Budget a week"), pounds(told["weekly_budget"]))
    kept = _("kept back") if told["net"] else _("not kept back: it is asked for apart")
    yield SumRow(_("Contribution a week"), pounds(told["weekly_contribution"]), kept)
    yield SumRow(_("Paid a week"), pounds(told["weekly"]))
    for key, days in (("taken_after_pence", "days_after"), ("taken_before_pence", "days_before")):
        name = _("After %(days)s days") % {"days": told[days]}
        yield SumRow(name, whole(told[key]), _("weekly sum × days ÷ 7, rounded half up"))
    if "paid_until" in told:
        last = date.fromisoformat(str(told["paid_until"]))
        yield SumRow(_("Last day that is paid for"), day(last))


def start_up(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The sum as agreed."""
    rows = (SumRow(_("Agreed"), pounds(told["start_up"])),)
    return (Sums(_("A sum to start with"), (*rows, *result(told, pence))),)


def ended(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The balance after the end, and what it owes."""
    rows = (
        SumRow(_("Balance"), whole(told["balance_pence"])),
        SumRow(_("Already owed"), whole(told["commitments_pence"])),
    )
    return (Sums(_("The last look"), (*rows, *result(told, pence))),)


def surplus(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The balance, what it owes, and how much may stand there."""
    how = _("%(surplus_weeks)s weeks of budget, before the contribution") % told
    rows = (
        SumRow(_("Balance"), whole(told["balance_pence"])),
        SumRow(_("Already owed"), whole(told["commitments_pence"])),
        SumRow(_("May stand there"), whole(told["kept_pence"]), how),
    )
    return (Sums(_("The yearly look"), (*rows, *result(told, pence))),)


REASONS = {
    "direct_payment.payment": _payment,
    "direct_payment.start_up": _start_up,
    "direct_payment.surplus": _surplus,
    "direct_payment.ended": _ended,
}
SUMS = {
    "direct_payment.payment": payment,
    "direct_payment.start_up": start_up,
    "direct_payment.surplus": surplus,
    "direct_payment.ended": ended,
}
