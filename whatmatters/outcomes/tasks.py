"""The edge of outcomes for the task worker and the tick: the clock is read here."""

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from whatmatters.access.queries.installation import standing
from whatmatters.access.services import first_actor
from whatmatters.outcomes.queries.due import councils_to_judge
from whatmatters.outcomes.services.due import open_due_judgements
from whatmatters.records.queue import enqueue_once
from whatmatters.records.standing import across_councils, of_council
from whatmatters.rules.days import london_day


@task()
def judgements_of(council_id: int) -> int:
    """Open the judgements of one council whose plan's last day has come; how many."""
    at = standing(timezone.now())
    by = first_actor(council_id)
    with of_council(council_id):
        return len(open_due_judgements(by=by, at=at, on=london_day(at)))


def due(at: datetime) -> int:
    """Enqueue the work of each council where some is due; how many were enqueued."""
    with across_councils():
        waits = councils_to_judge(london_day(at))
    return sum(enqueue_once(judgements_of, pk) for pk in waits)
