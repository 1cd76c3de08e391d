"""Which account a worker signs in by: joined by the manager, and parted again."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.queries.users import account_called
from whatmatters.access.services import audit
from whatmatters.records.locks import JOINING, lock_council
from whatmatters.rules.roles import Role
from whatmatters.rules.words import name
from whatmatters.teams.models import Worker
from whatmatters.teams.services.keeper import own_worker
from whatmatters.teams.services.refusals import (
    AccountIsAnothers,
    NoAccountOfYours,
    WorkerHasAccount,
    WorkerHasNoAccount,
)

AT_WORK = (Role.CARE_WORKER, Role.TEAM_MEMBER)


@transaction.atomic
def join_account(
    *, by: Actor, at: datetime, on: date, worker_id: int, username: str, account_name: str
) -> int:
    """The worker signs in by this account from now on; the worker's id. Both names are typed.

    Only an account that has a role at work in the actor's organisation. Raises NotYoursToKeep,
    Absent, WorkerHasAccount, NoAccountOfYours, AccountIsAnothers.
    """
    lock_council(by.council_id, JOINING)
    row = own_worker(by, worker_id)
    if row.user_id is not None:
        raise WorkerHasAccount()
    called = name("username", username), name("account_name", account_name)
    body = row.organisation_id
    tried = (account_called(by.council_id, *called, role, on, body) for role in AT_WORK)
    user_id = next((found for found in tried if found is not None), None)
    if user_id is None:
        raise NoAccountOfYours(field="username")
    if Worker.objects.filter(organisation_id=body, user_id=user_id).exists():
        raise AccountIsAnothers(field="username")
    return _written(row, user_id, by, at, "worker.account_joined")


@transaction.atomic
def part_account(*, by: Actor, at: datetime, worker_id: int) -> int:
    """No account is the worker's from now on; the worker's id.

    Raises NotYoursToKeep, Absent, WorkerHasNoAccount.
    """
    lock_council(by.council_id, JOINING)
    row = own_worker(by, worker_id)
    if row.user_id is None:
        raise WorkerHasNoAccount()
    return _written(row, None, by, at, "worker.account_parted")


def _written(row: Worker, user_id: int | None, by: Actor, at: datetime, action: str) -> int:
    row.user_id = user_id
    row.save(update_fields=["user"])
    audit(by=by, at=at, action=action, subject="worker", subject_id=row.pk)
    return int(row.pk)
