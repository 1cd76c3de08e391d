"""The same week charged by every basis, for households that differ in income alone (R-NX-09).

Where the nation's rules allow less than a basis asks for, that is a conflict: the design charges
what it says nowhere that the conflict stands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from whatmatters.rules.charging.arrangement import Arrangement, Basis, check_arrangement
from whatmatters.rules.charging.bases import WeekFacts
from whatmatters.rules.charging.means import Affordable
from whatmatters.rules.charging.values import LimitKind
from whatmatters.rules.charging.week import WeekCharge, weekly_charge
from whatmatters.rules.money import pence
from whatmatters.rules.periods import Period

# What the law says, and not the council.
NATIONAL = (LimitKind.AFFORDABLE, LimitKind.NATIONAL_CAP, LimitKind.COST)


@dataclass(frozen=True, slots=True)
class Household:
    """Pounds a week of income and housing costs, and what can be afforded by the nation's rules."""

    income: Decimal
    housing_costs: Decimal
    affordable: Affordable


@dataclass(frozen=True, slots=True)
class Tried:
    """One basis for one household: the charge, and exact pence that are left after housing."""

    basis: Basis
    charge: WeekCharge
    left: Fraction


@dataclass(frozen=True, slots=True)
class Conflict:
    """A basis asks for more than one rule allows, for so many households, by at most so much."""

    basis: Basis
    rule: LimitKind
    households: int
    most: Fraction


def compare(
    week: Period, asked: Arrangement, facts: WeekFacts, households: Sequence[Household]
) -> tuple[tuple[Tried, ...], ...]:
    """A row for each household, a column for each basis. Raises ChargeFiguresWrong.

    `asked` holds the figures of every basis; its own basis does not matter.
    """
    designs = [replace(asked, basis=basis) for basis in Basis]
    for design in designs:
        check_arrangement(design)
    return tuple(
        tuple(_tried(week, design, facts, household) for design in designs)
        for household in households
    )


def conflicts(rows: Sequence[Sequence[Tried]]) -> tuple[Conflict, ...]:
    """Every basis and rule that are at odds, in the order of the bases and of the rules."""
    over: dict[tuple[Basis, LimitKind], list[Fraction]] = {}
    for row in rows:
        for tried in row:
            for rule, excess in _excess(tried.charge).items():
                over.setdefault((tried.basis, rule), []).append(excess)
    order = [(basis, rule) for basis in Basis for rule in NATIONAL]
    return tuple(
        Conflict(*key, households=len(over[key]), most=max(over[key]))
        for key in order
        if key in over
    )


def _tried(week: Period, design: Arrangement, facts: WeekFacts, household: Household) -> Tried:
    charge = weekly_charge(week, design, facts, household.affordable)
    had = pence(household.income) - pence(household.housing_costs)
    return Tried(design.basis, charge, had - charge.pence)


def _excess(charge: WeekCharge) -> Mapping[LimitKind, Fraction]:
    """By how much the base passes each rule that it passes."""
    limits = {limit.kind: limit.pence for limit in charge.limits}
    base = limits[LimitKind.BASE]
    return {
        rule: base - limits[rule] for rule in NATIONAL if rule in limits and base > limits[rule]
    }
