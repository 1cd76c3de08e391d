"""Terms of `time_and_task`: pounds an hour, and how minutes become paid minutes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_parties
from whatmatters.rules.minutes import MINUTES_IN_A_DAY
from whatmatters.rules.reading import Table, finish


@dataclass(frozen=True, slots=True)
class Terms:
    """Pounds an hour, and how minutes become paid minutes."""

    rate: Fraction
    bank_holiday_multiplier: Fraction
    bank_holidays: frozenset[date]
    tolerance_minutes: int
    rounding_minutes: int
    pay_late_cancellation: bool


Agreement = AgreementTerms[Terms]


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values, defaults already put in. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    terms = Terms(
        rate=table.number("rate"),
        bank_holiday_multiplier=table.number("bank_holiday_multiplier"),
        bank_holidays=frozenset(table.days("bank_holidays")),
        tolerance_minutes=table.whole("tolerance_minutes"),
        rounding_minutes=table.whole("rounding_minutes", least=1, most=MINUTES_IN_A_DAY),
        pay_late_cancellation=table.flag("pay_late_cancellation"),
    )
    table.close()
    finish(table.problems)
    return terms


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: only what every model asks."""
    return check_parties(agreement)
