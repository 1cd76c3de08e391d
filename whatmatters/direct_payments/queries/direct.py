"""Direct payments as they stand, with their terms."""

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
from whatmatters.direct_payments.models import DirectPayment
from whatmatters.rules.commissioning_models.direct_payment import Terms

SOURCE = "direct_payment"
MODEL = "direct_payment"


@dataclass(frozen=True, slots=True)
class DirectFacts:
    """One direct payment; `ends` is its last day where it was ended.

    `provider_id` runs the scheme; where `managed`, it has the money in its own account for her.
    """

    id: int
    council_id: int
    person_id: int
    contract_id: int
    provider_id: int
    account_id: int
    route_id: int
    starts: date
    ends: date | None

    @property
    def managed(self) -> bool:
        """Whether somebody else's account is paid."""
        return self.account_id == self.provider_id

    @property
    def began(self) -> bool:
        """False where it was ended before its first day."""
        return self.ends is None or self.ends >= self.starts


@dataclass(frozen=True, slots=True)
class DirectTerms:
    """What was agreed for one, and who pays which share."""

    agreement_id: int
    terms: Terms
    payers: tuple[tuple[int, Fraction], ...]


COLUMNS = (
    "id",
    "council_id",
    "person_id",
    "contract_id",
    "contract__provider_id",
    "account_id",
    "route_id",
    "starts",
    "ends",
)


def direct_facts(
    council_id: int,
    *,
    ids: Iterable[int] | None = None,
    person_id: int | None = None,
    provider_id: int | None = None,
) -> tuple[DirectFacts, ...]:
    """The newest first; `provider_id`: those whose money it manages."""
    rows: Any = _rows(council_id, person_id, provider_id)
    if ids is not None:
        rows = rows.filter(pk__in=set(ids))
    return tuple(DirectFacts(*row) for row in rows.order_by("-starts", "-id").values_list(*COLUMNS))


def direct_of_person(
    council_id: int, person_id: int, provider_id: int | None = None
) -> "QuerySet[DirectPayment]":
    """What somebody has or had; `provider_id`: of those whose money it manages."""
    found: QuerySet[DirectPayment] = _rows(council_id, person_id, provider_id)
    return found


def _rows(council_id: int, person_id: int | None, provider_id: int | None) -> Any:
    rows: Any = DirectPayment.objects.of(council_id)
    if person_id is not None:
        rows = rows.filter(person_id=person_id)
    if provider_id is not None:
        rows = rows.filter(contract__provider_id=provider_id, account_id=provider_id)
    return rows


def direct_terms(council_id: int, direct_id: int) -> DirectTerms:
    """The agreed terms of one, in two queries."""
    (agreement,) = agreements_of_sources(council_id, SOURCE, [direct_id]).values()
    (facts,) = agreement_facts(council_id, ids=[agreement])
    terms: Any = agreement_terms(facts).terms
    return DirectTerms(agreement, terms, facts.payers)
