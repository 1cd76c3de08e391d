"""The routes that people were offered after their initial support (R-WI-14)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import RouteChoice
from whatmatters.rules.outcomes import Route


@dataclass(frozen=True, slots=True)
class RouteOffer:
    """Both routes offered at one value (pence), the advice given, and what was chosen (R-WI-14)."""

    route_id: int
    version_id: int
    person_id: int
    value: int
    advice: str
    advised_on: date
    chosen: Route | None
    chosen_on: date | None


def route_offers(council_id: int, person_ids: Iterable[int]) -> tuple[RouteOffer, ...]:
    """The offers made to these people, oldest first."""
    rows = RouteChoice.objects.of(council_id).filter(version__plan__person_id__in=list(person_ids))
    return tuple(_route(row) for row in rows.select_related("version__plan").order_by("id"))


def _route(row: RouteChoice) -> RouteOffer:
    return RouteOffer(
        row.pk,
        row.version_id,
        row.version.plan.person_id,
        row.value,
        row.advice,
        row.advised_on,
        Route(row.chosen) if row.chosen else None,
        row.chosen_on,
    )
