"""By how much the minutes of shifts are moved, to show how each way of dividing leans."""

import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files

from whatmatters.rules.effective import Dated, in_force


@lru_cache
def _leans() -> tuple[Dated[Fraction], ...]:
    text = files("whatmatters.policy").joinpath("national", "shifts.toml").read_text("utf-8")
    rows = tomllib.loads(text, parse_float=Decimal)["lean"]
    return tuple(Dated(row["starts"], None, Fraction(row["share"])) for row in rows)


def lean(on: date) -> Fraction:
    """The share of contact minutes on a day. Raises NothingInForce before the first."""
    return in_force(_leans(), on, what="lean")
