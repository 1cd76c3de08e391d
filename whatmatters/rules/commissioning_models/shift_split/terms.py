"""Terms of `shift_split`: pounds an hour for each tier, and the method of dividing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_days
from whatmatters.rules.reading import Table, finish

FUNDERS = 2  # social care, then the NHS


class Method(StrEnum):
    """How a shift's cost is divided between the two funders."""

    CONTACT = "contact"
    MARGINAL = "marginal"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Terms:
    """`tiers`: pounds an hour; `nhs_share`: for "fixed", and for a shift without contact."""

    tiers: Mapping[str, Fraction]
    on_costs: Fraction
    method: Method
    nhs_share: Fraction | None


Agreement = AgreementTerms[Terms]


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    tiers = table.table("tiers")
    terms = Terms(
        tiers={name: tiers.number(name) for name in tiers.raw},
        on_costs=table.number("on_costs"),
        method=table.code("method", Method),
        nhs_share=table.share_or_none("nhs_share"),
    )
    table.close()
    finish(table.problems)
    return terms


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: a tier, two funders, and the share where it decides."""
    return (*check_days(agreement), *_problems(agreement))


def _problems(agreement: Agreement) -> Iterator[Problem]:
    terms = agreement.terms
    if len(agreement.payers) != FUNDERS:
        yield Problem("not_two_funders", "agreement.payers", {"value": len(agreement.payers)})
    if not terms.tiers:
        yield Problem("no_tier", "agreement.terms.tiers")
    if terms.method is Method.FIXED and terms.nhs_share is None:
        yield Problem("missing_key", "agreement.terms.nhs_share")
