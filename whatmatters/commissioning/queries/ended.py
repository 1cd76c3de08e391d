"""The day on which an agreement stops to earn: as it was told, or as it was brought forward."""

from typing import Any

from django.db.models import Q
from django.db.models.functions import Coalesce

# The last day that earns, where an end was told; and where none was, the last day as signed.
ENDED_ON = Coalesce("end__sooner__on", "end__on")
LAST_DAY = Coalesce("end__sooner__on", "end__on", "ends")


def with_end(rows: Any) -> Any:
    """Agreements with `ended_on`, `end_reason` and `ended_at`; null where no end was told."""
    return rows.annotate(
        ended_on=ENDED_ON,
        end_reason=Coalesce("end__sooner__reason", "end__reason"),
        ended_at=Coalesce("end__sooner__at", "end__at"),
    )


def not_over(day: Any) -> Q:
    """Of rows `with_end`: those that earn on or after a day."""
    return Q(ended_on__isnull=True) | Q(ended_on__gte=day)
