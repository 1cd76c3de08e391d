"""Terms of `patch_block`: the team's roles, what stands over them, and a capped profit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_parties
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.reading import Table, finish, named_once


@dataclass(frozen=True, slots=True)
class TeamRole:
    """So many whole-time equivalents of a role, at pounds an hour and hours a year each.

    `on_costs` is a share of the wage: National Insurance, pension, holiday, training.
    """

    role: str
    wte: Fraction
    hourly_wage: Fraction
    hours_per_wte: Fraction
    on_costs: Fraction


@dataclass(frozen=True, slots=True)
class Terms:
    """Pounds a year; `profit_share` and `profit_cap` are shares of the price."""

    roles: tuple[TeamRole, ...]
    management: Fraction
    overheads: Fraction
    profit_share: Fraction
    profit_cap: Fraction
    wage_floor: Fraction


Agreement = AgreementTerms[Terms]


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    rows = table.tables("roles")
    terms = Terms(
        roles=tuple(_read_role(row) for row in rows),
        management=table.number("management"),
        overheads=table.number("overheads"),
        profit_share=table.share("profit_share"),
        profit_cap=table.share("profit_cap"),
        wage_floor=table.number("wage_floor"),
    )
    named_once(zip(rows, (role.role for role in terms.roles), strict=True), "role")
    if terms.profit_share == 1:
        table.problem("too_large", "profit_share", value="1", most="0.99")
    table.close()
    finish(table.problems)
    return terms


def _read_role(table: Table) -> TeamRole:
    role = TeamRole(
        role=table.text("role"),
        wte=table.number("wte"),
        hourly_wage=table.number("hourly_wage"),
        hours_per_wte=table.number("hours_per_wte"),
        on_costs=table.number("on_costs"),
    )
    table.close()
    return role


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: a team, a wage at the floor, profit under its cap."""
    return (*check_parties(agreement), *_team_problems(agreement.terms))


def _team_problems(terms: Terms) -> Iterator[Problem]:
    where = "agreement.terms"
    if not any(role.wte for role in terms.roles):
        yield Problem("empty_team", f"{where}.roles")
    for i, role in enumerate(terms.roles):
        if role.hourly_wage < terms.wage_floor:
            told = {"value": exact_text(role.hourly_wage), "least": exact_text(terms.wage_floor)}
            yield Problem("wage_under_floor", f"{where}.roles[{i}].hourly_wage", told)
    if terms.profit_share > terms.profit_cap:
        told = {"value": exact_text(terms.profit_share), "most": exact_text(terms.profit_cap)}
        yield Problem("profit_over_cap", f"{where}.profit_share", told)
