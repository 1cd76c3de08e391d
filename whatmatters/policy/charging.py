"""Dated rates of charging the person, by nation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from whatmatters.policy.queries import SEEN, read_policy
from whatmatters.rules.charging.england import EnglandRates
from whatmatters.rules.charging.means import Allowance
from whatmatters.rules.charging.values import Rate
from whatmatters.rules.charging.wales import WalesRates
from whatmatters.rules.effective import Dated, NothingInForce, in_force


def england_rates(on: date) -> EnglandRates:
    """England's rates of a day. NothingInForce without limits; an unread allowance is left out."""
    allowances: dict[Allowance, Rate] = {}
    for allowance in Allowance:
        try:
            allowances[allowance] = charging_rate("england", allowance, on)
        except NothingInForce:
            continue
    return EnglandRates(
        on,
        charging_rate("england", "lower_limit", on),
        charging_rate("england", "upper_limit", on),
        charging_rate("england", "tariff_step", on),
        charging_rate("england", "tariff_income", on),
        allowances,
    )


def wales_rates(on: date) -> WalesRates:
    """Wales's rates of a day. NothingInForce before the first."""
    return WalesRates(
        charging_rate("wales", "weekly_maximum", on),
        charging_rate("wales", "capital_limit", on),
        charging_rate("wales", "buffer", on),
        charging_rate("wales", "disability", on),
    )


@dataclass(frozen=True, slots=True)
class OwnMoneyLimits:
    """Savings from which the council looks at paying, at home and in a care home; where the law
    says one, the most that it may charge in a week for care at home that it arranges."""

    at_home: Rate
    in_a_home: Rate
    weekly_maximum: Rate | None


def own_money_limits(nation: str, on: date) -> OwnMoneyLimits:
    """Of a day. In England one limit holds for both. Raises NothingInForce."""
    if nation == "wales":
        return OwnMoneyLimits(
            charging_rate(nation, "capital_limit", on),
            charging_rate(nation, "capital_limit_care_home", on),
            charging_rate(nation, "weekly_maximum", on),
        )
    upper = charging_rate(nation, "upper_limit", on)
    return OwnMoneyLimits(upper, upper, None)


def charging_rate(nation: str, key: str, on: date) -> Rate:
    """One rate in force on a day. Raises NothingInForce."""
    rows = [
        Dated(row["starts"], row.get("ends"), _rate(row))
        for row in read_policy("national", f"charging_{nation}")["rates"]
        if row["key"] == key
    ]
    return in_force(rows, on, what=f"{nation}: {key}")


def free_weeks(nation: str) -> int:
    """Weeks for which reablement is free."""
    return int(read_policy("national", f"charging_{nation}")["free_weeks"])


def unverified_order(nation: str) -> bool:
    """Whether the order of the nation's sum is one that nobody has read in the law."""
    return str(read_policy("national", f"charging_{nation}")["order_status"]) != SEEN


def _rate(row: Mapping[str, Any]) -> Rate:
    value = Decimal(row["pounds"] if "pounds" in row else row["share"])
    return Rate(row["key"], value, row["status"], row["source"])
