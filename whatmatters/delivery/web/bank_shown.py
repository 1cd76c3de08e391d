"""A bank and its review period, as the page shows them."""

from fractions import Fraction
from math import floor
from typing import Any

from whatmatters.access.queries.names import user_names
from whatmatters.delivery.queries import Bank
from whatmatters.delivery.web.hours_words import MINUTES_IN_AN_HOUR, hours
from whatmatters.delivery.web.moved_shown import answer_rows, moved_rows, proposed_rows


def bank_told(found: Bank, *, offered: bool) -> dict[str, Any]:
    """What was agreed and used, what the bank holds and until when, and what moved."""
    now = found.now
    users = {one.by_id for one in found.moved} | {one.by_id for one in found.proposed}
    users |= {one.by_id for one in found.answered}
    users |= {one.decider_id for one in found.moved if one.decider_id is not None}
    users |= {one.decider_id for one in found.answered if one.decider_id is not None}
    names = user_names(users)
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
        "answered": list(answer_rows(found.answered, names)) if offered else [],
        "offered": _weekly(found.offered) if offered and found.asks and found.offered else "",
    }


def _weekly(offered: Fraction) -> str:
    return hours(floor(offered * MINUTES_IN_AN_HOUR))
