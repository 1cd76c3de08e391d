"""The limits that the law draws for somebody's own money, as the page says them."""

from typing import Any

from whatmatters.policy.charging import OwnMoneyLimits
from whatmatters.rules.charging.values import Rate
from whatmatters.rules.money import half_up, pence


def limits_shown(limits: OwnMoneyLimits) -> dict[str, Any]:
    """In pence, with where they are from and whether all were read there."""
    most, both = limits.weekly_maximum, (limits.at_home, limits.in_a_home)
    used = [*both, *([most] if most else [])]
    return {
        "at_home": in_pence(limits.at_home),
        "in_a_home": in_pence(limits.in_a_home),
        "most_a_week": in_pence(most) if most else None,
        "sources": list(dict.fromkeys(one.source for one in used)),
        "verified": all(one.verified for one in used),
    }


def in_pence(rate: Rate) -> int:
    """A rate of pounds."""
    return half_up(pence(rate.value))
