"""`individual_service_fund` in words: instalments into the account, and what goes back."""

from django.utils.translation import gettext as _

from whatmatters.frontend.statement import SumRow, Sums
from whatmatters.frontend.statement_figures import pounds, result, whole
from whatmatters.frontend.statement_models.patch_block import taken
from whatmatters.rules.commissioning import Inputs


def _instalment(told: Inputs) -> str:
    return _("Instalment %(number)s of 13 of the year’s budget, in advance") % {
        "number": told["instalment"]
    }


def _returned(told: Inputs) -> str:
    return _("More than %(weeks)s weeks of budget stood in the account at the year’s end") % {
        "weeks": told["carry_over_weeks"]
    }


def _ended(told: Inputs) -> str:
    return _("The fund ended: what was left in the account goes back")


def instalment(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The year's budget, this instalment of it, and the fee that the balance pays."""
    rows = (
        SumRow(_("Budget for the year"), pounds(told["annual_budget"])),
        *taken(told),
        SumRow(
            _("Fee for keeping the account"),
            whole(told["fee_pence"]),
            _("%(management_fee)s of the instalment, from the balance") % told,
        ),
    )
    return (Sums(_("This instalment"), (*rows, *result(told, pence))),)


def year_end(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The balance, and how much of it may stay; nothing where no next year takes it up."""
    if "carry_over_weeks" not in told:
        balance = SumRow(_("Balance at the end"), whole(told["balance_pence"]))
        return (Sums(_("The end of the fund"), (balance, *result(told, pence))),)
    how = _("%(carry_over_weeks)s of 52 weeks of budget, rounded once") % told
    rows = (
        SumRow(_("Budget for the year"), pounds(told["annual_budget"])),
        SumRow(_("Balance at the year’s end"), whole(told["balance_pence"])),
        SumRow(_("May stay"), whole(told["carry_over_pence"]), how),
    )
    return (Sums(_("The year’s end"), (*rows, *result(told, pence))),)


REASONS = {
    "individual_service_fund.instalment": _instalment,
    "individual_service_fund.returned": _returned,
    "individual_service_fund.ended": _ended,
}
SUMS = {
    "individual_service_fund.instalment": instalment,
    "individual_service_fund.returned": year_end,
}
