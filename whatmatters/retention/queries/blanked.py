"""When somebody's words went, for the page of the record."""

from datetime import date

from whatmatters.retention.models import Blanked
from whatmatters.rules.days import london_day
from whatmatters.rules.retention import RetentionKey

OF_THE_RECORD = (RetentionKey.CASE_RECORD, RetentionKey.NO_SERVICE)


def blanked_on(council_id: int, person_id: int) -> date | None:
    """The day on which the words of a record were last blanked; None where they never were."""
    rows = Blanked.objects.of(council_id).filter(person_id=person_id, rule__in=OF_THE_RECORD)
    at = rows.order_by("-id").values_list("at", flat=True).first()
    return None if at is None else london_day(at)
