"""The band outside which a joint review of a block is proposed."""

import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files

from whatmatters.rules.blocks.capacity import DriftBand
from whatmatters.rules.effective import Dated, in_force


@lru_cache
def _bands() -> tuple[Dated[DriftBand], ...]:
    text = files("whatmatters.policy").joinpath("national", "blocks.toml").read_text("utf-8")
    rows = tomllib.loads(text, parse_float=Decimal)["band"]
    return tuple(
        Dated(
            row["starts"],
            None,
            DriftBand(Fraction(row["lower"]), Fraction(row["upper"]), row["in_a_row"]),
        )
        for row in rows
    )


def drift_band(on: date) -> DriftBand:
    """The band in force on a day. Raises NothingInForce before the first."""
    return in_force(_bands(), on, what="drift_band")
