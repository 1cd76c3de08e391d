"""Funds as they stand, with their terms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from whatmatters.commissioning.queries import (
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
)
from whatmatters.funds.models import Fund
from whatmatters.rules.blocks.year import year_ends
from whatmatters.rules.commissioning_models.individual_service_fund import Terms

SOURCE = "fund"
MODEL = "individual_service_fund"


@dataclass(frozen=True, slots=True)
class FundFacts:
    """One fund. `ends` is its last day where it was ended early; `last_day` that, or its year's."""

    id: int
    council_id: int
    person_id: int
    contract_id: int
    provider_id: int
    starts: date
    ends: date | None
    takes_up_id: int | None
    taken_up_by_id: int | None
    closing_id: int | None

    @property
    def closed(self) -> bool:
        """Whether nothing moves in its account any more."""
        return self.closing_id is not None

    @property
    def last_day(self) -> date:
        """The last day on which it may be spent."""
        return self.ends or year_ends(self.starts)

    @property
    def never_began(self) -> bool:
        """Whether it was ended before its first day."""
        return self.ends is not None and self.ends < self.starts


@dataclass(frozen=True, slots=True)
class FundTerms:
    """What was agreed for one fund, and who pays which share."""

    agreement_id: int
    terms: Terms
    payers: tuple[tuple[int, Fraction], ...]


COLUMNS = (
    "id",
    "council_id",
    "person_id",
    "contract_id",
    "contract__provider_id",
    "starts",
    "ends",
    "takes_up_id",
    "taken_up_by",
    "closing__id",
)


def fund_facts(
    council_id: int,
    *,
    ids: Iterable[int] | None = None,
    person_id: int | None = None,
    provider_id: int | None = None,
) -> tuple[FundFacts, ...]:
    """Funds of a council, the newest first; those named, of one person, of one provider, or all."""
    rows: Any = Fund.objects.of(council_id)
    if ids is not None:
        rows = rows.filter(pk__in=set(ids))
    if person_id is not None:
        rows = rows.filter(person_id=person_id)
    if provider_id is not None:
        rows = rows.filter(contract__provider_id=provider_id)
    told = rows.order_by("-starts", "-id").values_list(*COLUMNS)
    return tuple(FundFacts(*row) for row in told)


def funds_of_person(
    council_id: int, person_id: int, provider_id: int | None = None
) -> "QuerySet[Fund]":
    """What somebody has or had of funds, held by this provider or by any."""
    rows: QuerySet[Fund] = Fund.objects.of(council_id).filter(person_id=person_id)
    return rows if provider_id is None else rows.filter(contract__provider_id=provider_id)


def fund_terms(council_id: int, fund_ids: Iterable[int]) -> dict[int, FundTerms]:
    """The agreed terms by fund, in two queries."""
    signed = agreements_of_sources(council_id, SOURCE, fund_ids)
    facts = {one.id: one for one in agreement_facts(council_id, ids=signed.values())}
    found = {}
    for fund, agreement in signed.items():
        terms: Any = agreement_terms(facts[agreement]).terms
        found[fund] = FundTerms(agreement, terms, facts[agreement].payers)
    return found
