"""Which way a way of paying pulls: what a provider's income does when one thing changes by an hour.

Each change is one hour, so that they can stand beside each other (R-TT-05, R-NX-06). A model works
out the income from its own `assess`; what the hour costs, and which signs are wrong, are the same
for all of them and stand here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What changes, by one hour, before anything is agreed anew.

    MORE, LESS: the need grows, or falls. FASTER: what was planned is done in an hour less. HARDER:
    the people who come need an hour more than those the price was made for, or end one step worse.
    """

    MORE = "more"
    LESS = "less"
    FASTER = "faster"
    HARDER = "harder"


# What the hour does to hours worked: those that are not worked cost nothing.
HOURS: Mapping[Change, int] = {
    Change.MORE: 1,
    Change.LESS: -1,
    Change.FASTER: -1,
    Change.HARDER: 1,
}


@dataclass(frozen=True, slots=True)
class Effect:
    """Pence at once, and less the cost of the hour; None where no cost is known."""

    income_pence: int
    surplus_pence: int | None

    def is_wrong(self, change: Change) -> bool:
        """Whether it rewards what nobody wants: need, its lasting, slow work, choosing people."""
        return self.income_pence > 0 if change is Change.MORE else self.income_pence < 0


def effects(changes: Mapping[Change, int], hour_cost: int | None) -> dict[Change, Effect]:
    """Income of each change with its surplus; `hour_cost` in pence."""
    return {
        change: Effect(pence, None if hour_cost is None else pence - HOURS[change] * hour_cost)
        for change, pence in changes.items()
    }


def wrong_signs(found: Mapping[Change, Effect]) -> tuple[Change, ...]:
    """The changes that pull a wrong way, in the order of `Change`."""
    return tuple(one for one in Change if one in found and found[one].is_wrong(one))
