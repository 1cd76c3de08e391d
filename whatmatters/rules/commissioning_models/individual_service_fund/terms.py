"""Terms of `individual_service_fund`: a year's budget, and what may stay in the account."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_parties
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.periods import WEEKS_IN_A_YEAR
from whatmatters.rules.reading import Table, finish


@dataclass(frozen=True, slots=True)
class Terms:
    """Pounds a year; `management_fee` is a share of each instalment."""

    annual_budget: Fraction
    management_fee: Fraction
    carry_over_weeks: Fraction
    overdraft_pence: int

    @property
    def budget_pence(self) -> int:
        """The year's budget in whole pence."""
        return half_up(pence(self.annual_budget))

    @property
    def carry_over_pence(self) -> int:
        """The most that stays in the account at the year's end: weeks of budget, rounded once."""
        return half_up(pence(self.annual_budget) * self.carry_over_weeks / WEEKS_IN_A_YEAR)


Agreement = AgreementTerms[Terms]


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values, defaults already put in. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    terms = Terms(
        annual_budget=table.number("annual_budget"),
        management_fee=table.share("management_fee"),
        carry_over_weeks=table.number("carry_over_weeks", most=WEEKS_IN_A_YEAR),
        overdraft_pence=table.whole("overdraft_pence"),
    )
    table.close()
    finish(table.problems)
    return terms


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: a budget."""
    found = list(check_parties(agreement))
    if not agreement.terms.annual_budget:
        found.append(Problem("empty_budget", "agreement.terms.annual_budget"))
    return tuple(found)
