"""The day on which an agreement stops to earn: as it was told, or as it was brought forward."""

from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from whatmatters.commissioning.models import EndSooner


def _earliest(field: str) -> Subquery:
    """Of the days to which an end was brought forward, what the earliest says."""
    rows = EndSooner.objects.filter(end__agreement=OuterRef("pk")).order_by("on")
    return Subquery(rows.values(field)[:1])


# The last day that earns, where an end was told; and where none was, the last day as signed.
ENDED_ON = Coalesce(_earliest("on"), "end__on")
LAST_DAY = Coalesce(_earliest("on"), "end__on", "ends")


def with_end(rows: Any) -> Any:
    """Agreements with `ended_on`, `end_reason` and `ended_at`; null where no end was told."""
    return rows.annotate(
        ended_on=ENDED_ON,
        end_reason=Coalesce(_earliest("reason"), "end__reason"),
        ended_at=Coalesce(_earliest("at"), "end__at"),
    )


def not_over(day: Any) -> Q:
    """Of rows `with_end`: those that earn on or after a day."""
    return Q(ended_on__isnull=True) | Q(ended_on__gte=day)
