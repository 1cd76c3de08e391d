"""Numbers of pay: how long a reference period is, what goes into an hour, and the floors."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from whatmatters.policy.queries import SEEN, PayRate, pay_rate, read_policy
from whatmatters.rules.effective import Dated, in_force
from whatmatters.rules.wages.price import CostStructure

FLOORS = ("NLW 21+", "18-20", "16-17", "apprentice")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the cost structure, whence it is, and whether it was read there."""

    key: str
    value: Decimal
    source: str
    source_cy: str
    seen: bool


def longest_period_days() -> int:
    """Days of the longest pay reference period."""
    return int(read_policy("national", "wages")["period"]["most_days"])


def structure(on: date) -> dict[str, Figure]:
    """Each figure of the cost structure in force on a day. Raises NothingInForce."""
    rows: dict[str, list[Dated[Figure]]] = {}
    for row in read_policy("national", "wages")["structure"]:
        value = Decimal(row["value"])
        seen = row["status"] == SEEN
        figure = Figure(row["key"], value, row["source"], row["source_cy"], seen)
        rows.setdefault(figure.key, []).append(Dated(row["starts"], row.get("ends"), figure))
    return {key: in_force(held, on, what=key) for key, held in rows.items()}


def cost_structure(on: date) -> CostStructure:
    """The same as the rules take it. Raises NothingInForce."""
    held = {key: figure.value for key, figure in structure(on).items()}
    share = {key: Fraction(value) for key, value in held.items()}
    return CostStructure(
        travel=share["travel"],
        holiday=share["holiday"],
        other=share["other"],
        insurance=share["insurance"],
        insured_above=held["insured_above"],
        hours_a_week=held["hours_a_week"],
        pension=share["pension"],
        miles=held["miles"],
        running=share["running"],
        surplus=share["surplus"],
    )


def floor(band: str, on: date) -> PayRate:
    """The minimum wage of an age band (one of FLOORS) on a day. Raises NothingInForce."""
    return pay_rate("NMW", band, on)


def living_wage(on: date) -> PayRate:
    """The Real Living Wage outside London on a day. Raises NothingInForce."""
    return pay_rate("RLW", "UK 18+", on)
