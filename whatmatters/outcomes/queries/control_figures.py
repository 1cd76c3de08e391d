"""How many feel in control, of those who said it themselves: for dashboards (R-VG-08, R-XR-03)."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Value

from whatmatters.access.queries.among import Among
from whatmatters.outcomes.models import ControlAnswer
from whatmatters.outcomes.queries.results import PERSONS_OWN
from whatmatters.rules.control import IN_CONTROL, Control

OWN = Q(heard=False, authority__in=[str(authority) for authority in PERSONS_OWN])


def control_counted(
    council_id: int, first: date, last: date, among: Among, *, by_person: bool, voice: str
) -> Any:
    """Answers of these days (both included) that hold in their period by the last, by provider
    (null: several supported her, so that it is nobody's own), as one part of `judged_figures`.

    Given by herself alone: what is written down or said for her counts nowhere, so that nobody can
    move a figure of their own. Who would rather not say is not counted.
    """
    rows: Any = ControlAnswer.objects.of(council_id).filter(OWN, on__lte=last)
    same = {"person": OuterRef("person"), "starts": OuterRef("starts")}
    later = rows.filter(**same, pk__gt=OuterRef("pk"))
    held = rows.filter(~Exists(later), among.narrow("provider_id", "person_id"), on__gte=first)
    told = (
        held.exclude(answer=Control.NO_ANSWER)
        .order_by()
        .annotate(
            of_provider=F("provider_id"),
            is_inside=among.inside("provider_id", "person_id"),
            of_person=F("person_id") if by_person else Value(0),
            of_kind=Value(""),
            of_voice=Value(voice),
        )
    )
    keys = ("of_provider", "is_inside", "of_person", "of_kind", "of_voice")
    content = Q(answer__in=[str(one) for one in IN_CONTROL])
    counted = told.values(*keys).annotate(
        n=Count("id"),
        w=Count("id", filter=content),
        people=Count("person_id", distinct=True),
    )
    return counted.values_list(*keys, "n", "w", "people")
