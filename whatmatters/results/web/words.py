"""Codes and figures of results in words."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.commissioning_models.community_outcome import Direction
from whatmatters.rules.money_text import exact_text

PERCENT = 100
MINUS = "\N{MINUS SIGN}"
DIRECTIONS: Mapping[Direction, str | Promise] = {
    Direction.REDUCE: _("It happens to fewer of them"),
    Direction.INCREASE: _("It happens to more of them"),
}


def rate_text(share: Fraction) -> str:
    """An agreed share with every digit that was agreed: 7.5%."""
    return f"{exact_text(share * PERCENT)}%"


def seen_text(share: float) -> str:
    """A counted share, to a tenth: 7.0%."""
    return f"{share * PERCENT:.1f}%"


def points_text(difference: float) -> str:
    """A difference of two shares in points, with its sign, as fine as a line of a run says it."""
    told = f"{difference * PERCENT:+.2f}"
    return told.replace("-", MINUS)


def exact(figure: Fraction) -> Decimal:
    """A number of the terms as it was typed."""
    return Decimal(figure.numerator) / Decimal(figure.denominator)
