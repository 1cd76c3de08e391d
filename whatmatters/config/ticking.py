"""What is due is put in the queue, a minute at a time; a worker beside it does it."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import close_old_connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from whatmatters.access.queries.installation import standing
from whatmatters.access.services import forget_expired_drafts
from whatmatters.letters import tasks as letters
from whatmatters.outcomes import tasks as outcomes
from whatmatters.rota import tasks as rota

# Each looks for what is due and enqueues it; the order is that of a day.
DUE: tuple[Callable[[datetime], int], ...] = (outcomes.due, letters.due, rota.due)
KEPT = timedelta(days=7)


def tick(now: datetime) -> int:
    """Enqueue what is due at a moment; how many tasks. Doing it twice enqueues nothing more.

    Tasks that ended a week ago are removed: they hold ids only, and nobody asks for them. So is
    what somebody began to write and left past its day.
    """
    DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()
    at = standing(now)
    forget_expired_drafts(at=at)
    return sum(due(at) for due in DUE)


def tick_for_ever(seconds: float) -> None:
    """Tick again and again, each time so many seconds after the last one ended."""
    while True:
        close_old_connections()
        tick(timezone.now())
        time.sleep(seconds)
