"""Funds: one person's each, with what was agreed to be spent and every line of the account."""

from whatmatters.funds.models.funds import AgreedSpend, Fund, FundClosing
from whatmatters.funds.models.lines import FundLine, LineWords

__all__ = ["AgreedSpend", "Fund", "FundClosing", "FundLine", "LineWords"]
