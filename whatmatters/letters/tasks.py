"""The edge of letters for the task worker and the tick: the clock is read here."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from whatmatters.access.queries import installation
from whatmatters.access.queries.installation import standing
from whatmatters.access.services import first_actor
from whatmatters.letters.queries.due import is_due
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services import keep_letters, send_letters
from whatmatters.places.queries import council_ids
from whatmatters.records.queue import enqueue_once
from whatmatters.records.standing import across_councils, of_council
from whatmatters.rules.days import london_day
from whatmatters.rules.roles import InstallationKind


def postroom() -> Postroom:
    """What this installation can do. A demonstration writes to nobody, whatever is configured."""
    demo = installation().kind is InstallationKind.DEMO
    if demo or not settings.EMAIL_HOST:
        return Postroom()
    return Postroom(settings.DEFAULT_FROM_EMAIL, settings.SITE_ADDRESS)


@task()
def letters_of(council_id: int) -> int:
    """Keep the outbox of one council and send what may go; how many were sent."""
    at = standing(timezone.now())
    by, on, room = first_actor(council_id), london_day(at), postroom()
    with of_council(council_id):
        keep_letters(by=by, at=at, on=on, room=room)
        return send_letters(by=by, at=at, on=on, room=room)


def due(at: datetime) -> int:
    """Enqueue the work of each council where some is due; how many were enqueued."""
    room, on = postroom(), london_day(at)
    with across_councils():
        waits = [pk for pk in council_ids() if is_due(pk, at=at, on=on, room=room)]
    return sum(enqueue_once(letters_of, pk) for pk in waits)
