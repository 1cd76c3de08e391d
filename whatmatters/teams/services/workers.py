"""Workers, and which teams they work in from a day to a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.rules.refusals import Absent
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


@dataclass(frozen=True, slots=True)
class WorkerCorrected:
    """What is known of a worker from now on; what is None stays, and so does whom they work for."""

    worker_id: int
    name: str | None = None
    job: str | None = None
    speaks_welsh: bool | None = None


@transaction.atomic
def correct_workers(*, by: Actor, at: datetime, workers: Sequence[WorkerCorrected]) -> None:
    """Bring workers of the actor's council up to date. Raises Absent and what words may be."""
    rows = Worker.objects.of(by.council_id).in_bulk([worker.worker_id for worker in workers])
    for worker in workers:
        row = rows.get(worker.worker_id)
        if row is None:
            raise Absent(what="worker", id=worker.worker_id)
        if worker.name is not None:
            row.name = name("name", worker.name)
        if worker.job is not None:
            row.job = words("job", worker.job, longest=JOB_LENGTH)
        if worker.speaks_welsh is not None:
            row.speaks_welsh = worker.speaks_welsh
    Worker.objects.bulk_update(rows.values(), ["name", "job", "speaks_welsh"])
    events = [Audited("worker.corrected", "worker", pk) for pk in sorted(rows)]
    audit_many(by=by, at=at, events=events)
