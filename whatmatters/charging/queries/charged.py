"""What many people were charged for some weeks, corrections included."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Sum

from whatmatters.charging.models import ChargeLine

AT_ONCE = 5_000


def charged(council_id: int, people: Iterable[int], first: date, last: date) -> dict[int, int]:
    """Pence by person of the weeks that begin from a day to a day; nobody who was not charged."""
    wanted = sorted(set(people))
    rows = ChargeLine.objects.of(council_id).filter(week_start__gte=first, week_start__lte=last)
    found: dict[int, int] = {}
    for start in range(0, len(wanted), AT_ONCE):
        held = rows.filter(person_id__in=wanted[start : start + AT_ONCE]).order_by()
        found.update(held.values_list("person_id").annotate(Sum("pence")))
    return found
