"""A rate and a share of a contract, as given."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from whatmatters.rules.outcomes import Band


@dataclass(frozen=True, slots=True)
class RateGiven:
    """The agreed price of an hour of one band in pounds, from a day to a day, and who says so."""

    band: Band
    pounds: Decimal
    starts: date
    ends: date | None
    source: str


@dataclass(frozen=True, slots=True)
class FunderGiven:
    """One payer's share as an exact fraction."""

    organisation_id: int
    numerator: int
    denominator: int
