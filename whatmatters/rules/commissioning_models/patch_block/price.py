"""A patch's price for a year, built from its team: exact to the end, rounded once."""

from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning import Input
from whatmatters.rules.commissioning_models.patch_block.terms import TeamRole, Terms
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.money_text import exact_text


@dataclass(frozen=True, slots=True)
class YearPrice:
    """Exact pence of each role and of the staff together, and the price in whole pence."""

    roles: tuple[tuple[TeamRole, Fraction], ...]
    staff: Fraction
    cost: Fraction
    pence: int

    def inputs(self, terms: Terms) -> dict[str, Input]:
        """Every figure of the price; a role stands by its place, since its name is free text."""
        return {
            "roles": [_role_inputs(role, exact) for role, exact in self.roles],
            "staff_pence": exact_text(self.staff),
            "management": exact_text(terms.management),
            "overheads": exact_text(terms.overheads),
            "cost_pence": exact_text(self.cost),
            "profit_share": exact_text(terms.profit_share),
            "price_pence": self.pence,
        }


def year_price(terms: Terms) -> YearPrice:
    """(staff + management + overheads) / (1 - profit share), to the penny.

    10 WTE at 13.50 an hour, 1,950 hours and 0.25 on-costs: 329,062.50; with 40,000 and 20,000
    over them and a profit of 0.05: 389,062.50 / 0.95 = 409,539.47.
    """
    roles = tuple((role, _cost(role)) for role in terms.roles)
    staff = sum((exact for _, exact in roles), Fraction(0))
    cost = staff + pence(terms.management) + pence(terms.overheads)
    return YearPrice(roles, staff, cost, half_up(cost / (1 - terms.profit_share)))


def _cost(role: TeamRole) -> Fraction:
    return pence(role.wte * role.hourly_wage * role.hours_per_wte * (1 + role.on_costs))


def _role_inputs(role: TeamRole, exact: Fraction) -> dict[str, Input]:
    return {
        "wte": exact_text(role.wte),
        "hourly_wage": exact_text(role.hourly_wage),
        "hours_per_wte": exact_text(role.hours_per_wte),
        "on_costs": exact_text(role.on_costs),
        "exact_pence": exact_text(exact),
    }
