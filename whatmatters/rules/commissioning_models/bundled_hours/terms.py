"""Terms of `bundled_hours`: hours a week, pounds an hour, the band, and the bank's cap."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_parties
from whatmatters.rules.reading import Table, finish


class Below(StrEnum):
    """What goes back where less was used than the band allows."""

    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Terms:
    """Pounds an hour; `tolerance` and `bank_cap` are shares of a review period's minutes."""

    weekly_hours: Fraction
    rate: Fraction
    tolerance: Fraction
    review_weeks: int
    below: Below
    bank_cap: Fraction


Agreement = AgreementTerms[Terms]


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values, defaults already put in. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    terms = Terms(
        weekly_hours=table.number("weekly_hours"),
        rate=table.number("rate"),
        tolerance=table.share("tolerance"),
        review_weeks=table.whole("review_weeks", least=1),
        below=table.code("below", Below),
        bank_cap=table.share("bank_cap"),
    )
    table.close()
    finish(table.problems)
    return terms


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: hours, for a bundle of none is no bundle."""
    found = list(check_parties(agreement))
    if not agreement.terms.weekly_hours:
        found.append(Problem("empty_bundle", "agreement.terms.weekly_hours"))
    return tuple(found)
