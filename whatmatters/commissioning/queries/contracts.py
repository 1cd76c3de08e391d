"""Contracts as they are, and who leads a patch on a day (R-WI-15)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Q

from whatmatters.commissioning.models import Contract, Funder, PatchLead


@dataclass(frozen=True, slots=True)
class ContractFacts:
    """A contract: ids and codes. `payers` in the order that ties go to, shares adding to 1."""

    id: int
    council_id: int
    provider_id: int
    model: str
    reference: str
    patch_id: int | None
    starts: date
    ends: date | None
    payers: tuple[tuple[int, Fraction], ...]


@dataclass(frozen=True, slots=True)
class LeadFacts:
    """The lead provider of a patch on a day, and the contract that says so."""

    patch_id: int
    contract_id: int
    provider_id: int


def contract_facts(council_id: int, only: Iterable[int] | None = None) -> tuple[ContractFacts, ...]:
    """All contracts of a council, or those of these ids, oldest first, in two queries."""
    return _facts(Q() if only is None else Q(pk__in=list(only)), council_id)


def contracts_of_provider(council_id: int, provider_id: int | None) -> frozenset[int]:
    """Ids of all contracts of one provider with a council, in one query."""
    held = Contract.objects.filter(council_id=council_id, provider_id=provider_id)
    return frozenset(held.values_list("id", flat=True))


def contract(council_id: int, contract_id: int) -> ContractFacts | None:
    """One contract, or None where this council has no such."""
    found = _facts(Q(pk=contract_id), council_id)
    return found[0] if found else None


def patch_lead(patch_id: int, on: date) -> LeadFacts | None:
    """Who leads a patch on a day."""
    return _leads(Q(patch_id=patch_id), on).get(patch_id)


def patch_leads(council_id: int, on: date) -> dict[int, LeadFacts]:
    """Who leads each patch of a council on a day, in one query."""
    return _leads(Q(council_id=council_id), on)


def _leads(which: Q, on: date) -> dict[int, LeadFacts]:
    held = PatchLead.objects.filter(which, starts__lte=on)
    held = held.filter(Q(ends__isnull=True) | Q(ends__gte=on)).order_by("starts")
    rows = held.values_list("patch_id", "contract_id", "contract__provider_id")
    return {row[0]: LeadFacts(*row) for row in rows}


def _facts(which: Q, council_id: int) -> tuple[ContractFacts, ...]:
    rows = list(Contract.objects.of(council_id).filter(which).order_by("id"))
    shares: dict[int, list[tuple[int, Fraction]]] = {}
    for funder in Funder.objects.filter(contract__in=rows).order_by("position"):
        share = Fraction(funder.numerator, funder.denominator)
        shares.setdefault(funder.contract_id, []).append((funder.organisation_id, share))
    return tuple(
        ContractFacts(
            id=row.pk,
            council_id=row.council_id,
            provider_id=row.provider_id,
            model=row.model,
            reference=row.reference,
            patch_id=row.patch_id,
            starts=row.starts,
            ends=row.ends,
            payers=tuple(shares.get(row.pk, ())),
        )
        for row in rows
    )
