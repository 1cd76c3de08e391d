"""The same support under one way of paying: as it is, or priced anew by terms that were chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from whatmatters.rules.commissioning import AgreementTerms, Line
from whatmatters.rules.comparing.facts import LeftOut, Planned, Source, Support
from whatmatters.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Chosen:
    """Terms to price by: plain values with defaults put in, and pounds an hour where one is said.

    Without an hour's price what she has now is taken: then only the way of paying differs.
    `reference` names the contract that they are from.
    """

    terms: Mapping[str, object]
    rate: Fraction | None = None
    rate_from: Source = Source.RECORDED
    terms_from: Source = Source.DEFAULT
    reference: str = ""

    def hour(self, planned: Planned) -> Fraction | None:
        """Pounds an hour."""
        return planned.hour if self.rate is None else self.rate


@dataclass(frozen=True, slots=True)
class Priced:
    """`agreement` is what was signed, or what would have been; `anew`: it is the second.

    `lines` are the model's own, by the period that they are about.
    """

    support: Support
    agreement: AgreementTerms[Any]
    lines: Mapping[Period, tuple[Line, ...]]
    anew: bool
    left_out: frozenset[LeftOut] = frozenset()

    def pence(self, period: Period) -> int:
        """What it comes to in a period; may be below 0."""
        return sum(line.pence for line in self.lines.get(period, ()))

    @property
    def total(self) -> int:
        """What it comes to in all periods."""
        return sum(self.pence(period) for period in self.lines)


def would_be(support: Support, model: str, terms: Any, ends: date | None) -> AgreementTerms[Any]:
    """The agreement of another way of paying, between the same parties and from the same day."""
    told = support.agreement
    return AgreementTerms(
        model=model,
        starts=support.first,
        ends=ends,
        payee=told.payee,
        payers=told.payers,
        terms=terms,
    )


def last_known(support: Support, window: tuple[Period, ...]) -> date:
    """The last day of the support, or of what is compared where it goes on."""
    end = window[-1].last_day
    return end if support.last is None else min(support.last, end)
