"""Verbs of funds: open, agree a spend, pay in, spend, reverse, end, close."""

from whatmatters.funds.services.agreeing import SpendGiven, agree_spend, stop_spend
from whatmatters.funds.services.closing import close_fund
from whatmatters.funds.services.funds import FundGiven, end_fund, end_funds_of, open_fund
from whatmatters.funds.services.reversing import reverse_line
from whatmatters.funds.services.spending import BoughtGiven, pay_in, spend

__all__ = [
    "BoughtGiven",
    "FundGiven",
    "SpendGiven",
    "agree_spend",
    "close_fund",
    "end_fund",
    "end_funds_of",
    "open_fund",
    "pay_in",
    "reverse_line",
    "spend",
    "stop_spend",
]
