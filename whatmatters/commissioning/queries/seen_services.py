"""Contracts as services that may be seen by the six principles."""

from collections.abc import Iterable
from dataclasses import dataclass

from whatmatters.commissioning.models import Contract


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """A contract as a service that may be seen by the principles."""

    id: int
    reference: str
    provider_id: int
    model: str


def services(
    council_id: int, *, ids: Iterable[int] | None = None, provider_id: int | None = None
) -> tuple[ServiceFacts, ...]:
    """Of these contracts, of one provider, or all, by reference (one query)."""
    rows = Contract.objects.of(council_id).order_by("reference", "id")
    if ids is not None:
        rows = rows.filter(pk__in=set(ids))
    if provider_id is not None:
        rows = rows.filter(provider_id=provider_id)
    return tuple(
        ServiceFacts(*row) for row in rows.values_list("pk", "reference", "provider_id", "model")
    )
