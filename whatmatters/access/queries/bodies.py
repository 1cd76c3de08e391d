"""Which organisations are of a council."""

from collections.abc import Iterable

from whatmatters.access.models import Organisation
from whatmatters.rules.roles import OrganisationKind


def organisations_among(council_id: int, ids: Iterable[int]) -> frozenset[int]:
    """Those of the ids that are organisations of this council."""
    rows = Organisation.objects.of(council_id).filter(pk__in=set(ids))
    return frozenset(rows.values_list("pk", flat=True))


def council_body(council_id: int) -> int | None:
    """The council itself as an organisation, where it has been recorded."""
    rows = Organisation.objects.of(council_id).filter(kind=OrganisationKind.COUNCIL)
    found: int | None = rows.order_by("id").values_list("pk", flat=True).first()
    return found
