"""Terms of `introductory_agency`: an hourly price and the platform's share of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_parties
from whatmatters.rules.reading import Table, finish


@dataclass(frozen=True, slots=True)
class Terms:
    """Pounds an hour that the person pays; the platform's share from 0 to 1."""

    hourly_price: Fraction
    platform_share: Fraction


Agreement = AgreementTerms[Terms]


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values, defaults already put in. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    terms = Terms(table.number("hourly_price"), table.share("platform_share"))
    table.close()
    finish(table.problems)
    return terms


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: one person who pays, and a platform by name."""
    found = list(check_parties(agreement))
    if len(agreement.payers) > 1:
        told = {"value": len(agreement.payers)}
        found.append(Problem("one_payer_only", "agreement.payers", told))
    if agreement.platform is None:
        found.append(Problem("missing_key", "agreement.platform"))
    elif agreement.platform == agreement.payee:
        found.append(Problem("named_twice", "agreement.platform", {"value": agreement.platform}))
    return tuple(found)
