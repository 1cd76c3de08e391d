"""Exact figures of a sum as a reader sees them."""

from fractions import Fraction

from whatmatters.rules.money import pence
from whatmatters.rules.money_text import exact_pounds_text, exact_text


def told_money(pounds: str) -> str:
    """Pounds as text, exact: "23.5" is £23.50, "0.705" is £0.705."""
    return exact_pounds_text(Fraction(pounds) * pence(1))


def told_pence(exact: str) -> str:
    """Exact pence as text: "70.5" is £0.705."""
    return exact_pounds_text(Fraction(exact))


def told_share(share: str) -> str:
    """A share as a percentage: "0.35" is 35%."""
    return f"{exact_text(Fraction(share) * 100)}%"
