"""Which organisations are of a council."""

from collections.abc import Iterable

from django.utils.translation import get_language

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


def organisations_outside(council_id: int) -> dict[int, str]:
    """Names by id of every organisation of a council but the council's own, in one query."""
    rows = Organisation.objects.of(council_id).exclude(kind=OrganisationKind.COUNCIL)
    column = "name_cy" if (get_language() or "").startswith("cy") else "name_en"
    return dict(rows.order_by(column, "id").values_list("pk", column))
