"""Which rows a figure is of: everybody's, one provider's, or those of some people."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Case, Q, Value, When


@dataclass(frozen=True, slots=True)
class Among:
    """What lies inside; None: no such bound. `only`: rows outside are not even read.

    Without `only` they are read beside those inside, so that a part is known with its whole.
    """

    provider_id: int | None = None
    people: frozenset[int] | None = None
    only: bool = False

    def holds(self, provider_id: int | None, person_id: int | None) -> bool:
        """Whether a row of this provider and person lies inside."""
        of_provider = self.provider_id in (None, provider_id)
        return of_provider and (self.people is None or person_id in self.people)

    def inside(self, provider: str, person: str) -> Any:
        """The same as a column of a query; `provider` and `person` are paths to the ids."""
        bounds = self._bounds(provider, person)
        if self.only or not bounds:
            return Value(True)
        return Case(When(bounds, then=True), default=False, output_field=BooleanField())

    def narrow(self, provider: str, person: str) -> Q:
        """The condition of the rows that are read."""
        return self._bounds(provider, person) if self.only else Q()

    def _bounds(self, provider: str, person: str) -> Q:
        bounds = Q()
        if self.provider_id is not None:
            bounds &= Q(**{provider: self.provider_id})
        if self.people is not None:
            bounds &= Q(**{f"{person}__in": sorted(self.people)})
        return bounds


EVERYBODY = Among()
