"""Terms of `direct_payment`: pounds a week, the person's contribution, and what may be kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_parties
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import PERIOD_DAYS
from whatmatters.rules.reading import Table, finish


@dataclass(frozen=True, slots=True)
class Terms:
    """Pounds a week; `net`: the contribution is kept back; `start_up`: pounds, once.

    `run_on_days`: days that are still paid after an early end that nothing follows, for notice.
    """

    weekly_budget: Fraction
    weekly_contribution: Fraction
    net: bool
    start_up: Fraction
    surplus_weeks: Fraction
    run_on_days: int

    @property
    def weekly(self) -> Fraction:
        """Pounds a week that are paid."""
        return self.weekly_budget - self.weekly_contribution if self.net else self.weekly_budget


Agreement = AgreementTerms[Terms]


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values, defaults already put in. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    terms = Terms(
        weekly_budget=table.number("weekly_budget"),
        weekly_contribution=table.number("weekly_contribution"),
        net=table.flag("net"),
        start_up=table.number("start_up"),
        surplus_weeks=table.number("surplus_weeks"),
        # A run pays one period ahead: days beyond it would be paid by no run.
        run_on_days=table.whole("run_on_days", most=PERIOD_DAYS),
    )
    table.close()
    finish(table.problems)
    return terms


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: a budget that the contribution does not swallow."""
    terms = agreement.terms
    found = list(check_parties(agreement))
    if not terms.weekly_budget:
        found.append(Problem("empty_budget", "agreement.terms.weekly_budget"))
    elif terms.weekly_contribution > terms.weekly_budget:
        told = {
            "value": exact_text(terms.weekly_contribution),
            "most": exact_text(terms.weekly_budget),
        }
        where = "agreement.terms.weekly_contribution"
        found.append(Problem("contribution_over_budget", where, told))
    return tuple(found)
