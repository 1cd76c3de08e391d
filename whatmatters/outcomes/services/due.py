"""What the calendar brings: the judgement of each plan opens when its last day has come."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.services.opening import open_judgements
from whatmatters.people.queries import died_on
from whatmatters.rules.lifecycles import PlanState


@transaction.atomic
def open_due_judgements(*, by: Actor, at: datetime, on: date) -> dict[int, int]:
    """Open a judgement for each plan in force whose last day has come; judgement id by version.

    For the system, each day; opening again the same day opens nothing. No plan is renewed: past
    its end it stays overdue until its review is concluded (R-WI-06).
    """
    rows = PlanVersion.objects.of(by.council_id).filter(
        state=PlanState.AGREED, ends__lte=on, judgement__isnull=True
    )
    found = dict(rows.order_by("id").values_list("id", "plan__person_id"))
    died = died_on(set(found.values()))
    due = [version_id for version_id, person_id in found.items() if person_id not in died]
    if not due:
        return {}
    return open_judgements(by=by, at=at, version_ids=due, on=on)
