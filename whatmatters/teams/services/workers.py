"""Workers, and which teams they work in from a day to a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.rules.roles import Origin
from whatmatters.rules.words import name, words
from whatmatters.teams.models import Worker

JOB_LENGTH = 80


@dataclass(frozen=True, slots=True)
class NewWorker:
    """Somebody who works for an organisation."""

    organisation_id: int
    name: str
    job: str
    user_id: int | None = None
    speaks_welsh: bool = False
    origin: Origin = Origin.REAL


@transaction.atomic
def register_workers(*, by: Actor, at: datetime, workers: Sequence[NewWorker]) -> list[int]:
    """Register workers; ids in the order given."""
    rows = Worker.objects.bulk_create([_worker(by, worker) for worker in workers])
    events = [Audited("worker.registered", "worker", row.pk) for row in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


def _worker(by: Actor, worker: NewWorker) -> Worker:
    return Worker(
        council_id=by.council_id,
        organisation_id=worker.organisation_id,
        user_id=worker.user_id,
        name=name("name", worker.name),
        job=words("job", worker.job, longest=JOB_LENGTH),
        speaks_welsh=worker.speaks_welsh,
        origin=worker.origin,
    )
