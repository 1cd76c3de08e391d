"""The register of home-care services of a council's area, as published."""

from dataclasses import dataclass
from datetime import date

from whatmatters.exchange.models import RegisteredService
from whatmatters.rules.roles import Origin


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """One service: published facts only, with the day of publication."""

    location_id: str
    name: str
    provider_name: str
    town: str
    registered_on: date | None
    deregistered_on: date | None
    dormant: bool
    specialisms: tuple[str, ...]
    rating: str
    rated_on: date | None
    published_on: date
    source: str
    origin: Origin = Origin.PUBLISHED


def registered_services(council_id: int, *, left: bool = False) -> tuple[ServiceFacts, ...]:
    """Services that are registered now, or those that have left, by name (one query)."""
    rows = RegisteredService.objects.of(council_id).filter(deregistered_on__isnull=not left)
    return tuple(
        ServiceFacts(
            location_id=row.location_id,
            name=row.name,
            provider_name=row.provider_name,
            town=row.town,
            registered_on=row.registered_on,
            deregistered_on=row.deregistered_on,
            dormant=row.dormant,
            specialisms=tuple(row.specialisms.split("|")) if row.specialisms else (),
            rating=row.rating,
            rated_on=row.rated_on,
            published_on=row.published_on,
            source=row.source,
        )
        for row in rows.order_by("name", "location_id")
    )
