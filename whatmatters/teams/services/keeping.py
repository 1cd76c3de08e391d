"""What a manager says of those who work for the own organisation."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.teams.services.keeper import must_keep, own_worker
from whatmatters.teams.services.workers import (
    NewWorker,
    WorkerCorrected,
    correct_workers,
    register_workers,
)


@dataclass(frozen=True, slots=True)
class WorkerSaid:
    """What a manager says of somebody who works for the organisation."""

    name: str
    job: str
    speaks_welsh: bool


@transaction.atomic
def take_on(*, by: Actor, at: datetime, said: WorkerSaid) -> int:
    """Somebody new at work; the id. Raises NotYoursToKeep and what words are refused for."""
    body = must_keep(by)
    new = NewWorker(body, said.name, said.job, speaks_welsh=said.speaks_welsh)
    return register_workers(by=by, at=at, workers=[new])[0]


@transaction.atomic
def put_worker_right(*, by: Actor, at: datetime, worker_id: int, said: WorkerSaid) -> int:
    """What is known of a worker from now on; the id. Raises NotYoursToKeep, Absent."""
    told = WorkerCorrected(own_worker(by, worker_id).pk, said.name, said.job, said.speaks_welsh)
    correct_workers(by=by, at=at, workers=[told])
    return worker_id
