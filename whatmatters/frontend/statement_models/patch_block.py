"""`patch_block` in words: instalments of a year's price, and the open book."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from whatmatters.frontend.statement import SumRow, Sums
from whatmatters.frontend.statement_figures import exact, pounds, result, tables, whole
from whatmatters.rules.commissioning import Inputs


def _instalment(told: Inputs) -> str:
    return _("Instalment %(number)s of 13 of the patch’s price for the year") % {
        "number": told["instalment"]
    }


def _returned(_told: Inputs) -> str:
    return _("Profit above its cap, given back at the year’s end")


def instalment(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The price from the team's roles, then this instalment."""
    rows = (*taken(told), *_by_days(told), *result(told, pence))
    return (
        Sums(_("The price for a year"), tuple(_price(told))),
        Sums(_("This instalment"), rows),
    )


def _by_days(told: Inputs) -> Iterator[SumRow]:
    """Where the block ended inside the instalment."""
    if "days" in told:
        yield SumRow(_("The whole instalment"), whole(told["whole_pence"]))
        how = _("instalment × %(days)s of its %(of_days)s days") % told
        yield SumRow(_("Earned until the block ended"), exact(told["exact_pence"]), how)


def _price(told: Inputs) -> Iterator[SumRow]:
    for number, role in enumerate(tables(told["roles"]), start=1):
        how = _("%(wte)s WTE × %(wage)s an hour × %(hours)s hours × (1 + %(on_costs)s)") % {
            "wte": role["wte"],
            "wage": pounds(role["hourly_wage"]),
            "hours": role["hours_per_wte"],
            "on_costs": role["on_costs"],
        }
        name = _("Role %(number)s") % {"number": number}
        yield SumRow(name, exact(role["exact_pence"]), how)
    yield SumRow(_("Management"), pounds(told["management"]))
    yield SumRow(_("Overheads"), pounds(told["overheads"]))
    yield SumRow(_("Cost"), exact(told["cost_pence"]), _("staff + management + overheads"))
    how = _("cost ÷ (1 − %(profit_share)s profit), rounded once") % told
    yield SumRow(_("Price for the year"), whole(told["price_pence"]), how, is_sum=True)


def taken(told: Inputs) -> Iterator[SumRow]:
    """What the instalments so far take of the year's price, and the earlier ones."""
    number = int(str(told["instalment"]))
    for key, count in (("taken_after_pence", number), ("taken_before_pence", number - 1)):
        name = _("After %(count)s of 13 instalments") % {"count": count}
        yield SumRow(name, whole(told[key]), _("year’s price × instalments ÷ 13, rounded half up"))


def open_book(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """Price, real cost, profit, and what of it is kept."""
    rows = (
        *_before(told),
        SumRow(_("What was earned for these days"), whole(told["price_pence"])),
        SumRow(_("What it really cost"), pounds(told["actual_cost"])),
        SumRow(_("Profit"), exact(told["profit_pence"]), _("earned − cost")),
        SumRow(_("Kept at most"), exact(told["kept_pence"]), _kept(told)),
    )
    return (Sums(_("The open book"), (*rows, *result(told, pence))),)


def _before(told: Inputs) -> Iterator[SumRow]:
    """Earlier prices of the same year: its open book is of all its days."""
    if "earned_before_pence" in told:
        earned = whole(told["earned_before_pence"])
        yield SumRow(_("What the year’s earlier prices earned"), earned)
        most = exact(told["kept_before_pence"])
        yield SumRow(_("Kept at most of that"), most, _("by the caps of those prices"))


def _kept(told: Inputs) -> str:
    how = _("%(profit_cap)s of what was earned") % told
    if "earned_before_pence" not in told:
        return how
    return _("%(how)s for these days, and what could be kept of the earlier ones") % {"how": how}


REASONS = {"patch_block.instalment": _instalment, "patch_block.profit_returned": _returned}
SUMS = {"patch_block.instalment": instalment, "patch_block.profit_returned": open_book}
