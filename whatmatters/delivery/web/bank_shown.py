"""A bank and its review period, as the page shows them."""

from fractions import Fraction
from math import floor
from typing import Any

from whatmatters.access.queries.names import user_names
from whatmatters.delivery.queries import Bank
from whatmatters.delivery.web.hours_words import MINUTES_IN_AN_HOUR, hours
from whatmatters.delivery.web.moved_shown import moved_rows, proposed_rows


def bank_told(found: Bank, *, offered: bool) -> dict[str, Any]:
    """What was agreed and used, what the bank holds and until when, and what moved."""
    now = found.now
    users = {user for one in found.moved for user in (one.by_id, one.decider_id) if user}
    names = user_names(users | {one.by_id for one in found.proposed})
    return {
        "starts": now.held.start,
        "last_day": now.bank.last_day,
        "allocated": hours(floor(now.held.allocated)),
        "delivered": hours(now.delivered),
        "banked": hours(now.bank.banked),
        "drawn": hours(now.bank.drawn),
        "used": hours(max(0, now.used)),
        "room": hours(max(0, now.cap - now.bank.banked)),
        "balance": hours(found.balance),
        "expiring": [(hours(minutes), day) for minutes, day in found.expiring],
        "rows": list(moved_rows(found.moved, names)),
        "proposed": list(proposed_rows(found.proposed, names)),
        "offered": _weekly(found.offered) if offered and found.offered is not None else "",
    }


def _weekly(offered: Fraction) -> str:
    return hours(floor(offered * MINUTES_IN_AN_HOUR))
