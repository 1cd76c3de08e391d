"""The terms of a fund in plain words."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import percent, pounds
from whatmatters.funds.queries import FundTerms
from whatmatters.rules.instalments import instalment_of


def terms_rows(agreement: FundTerms, names: Mapping[int, str]) -> list[tuple[str, str]]:
    """Each term with its words."""
    terms = agreement.terms
    rows = [
        (_("Budget for the year"), pounds(terms.budget_pence)),
        (
            _("How it comes"),
            _("13 instalments, every four weeks; the first is %(pounds)s")
            % {"pounds": pounds(instalment_of(terms.budget_pence, 1))},
        ),
        (_("Who pays"), _payers(agreement, names)),
        (
            _("For keeping the account"),
            _("%(share)s of each instalment") % {"share": percent(terms.management_fee)}
            if terms.management_fee
            else _("Nothing is taken"),
        ),
        (
            _("At the year’s end"),
            _("Up to %(pounds)s carries over into the next year; the rest goes back")
            % {"pounds": pounds(terms.carry_over_pence)},
        ),
    ]
    if terms.overdraft_pence:
        lent = _("Up to %(pounds)s") % {"pounds": pounds(terms.overdraft_pence)}
        rows.append((_("May be spent before it is there"), lent))
    return rows


def _payers(agreement: FundTerms, names: Mapping[int, str]) -> str:
    if len(agreement.payers) == 1:
        return names[agreement.payers[0][0]]
    return ", ".join(f"{names[who]} {_share(share)}" for who, share in agreement.payers)


def _share(share: Fraction) -> str:
    return percent(share)
