"""When a worker can work: told by herself or by her team, told anew and never edited."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.policy.rota import roster_rules, told_limits
from whatmatters.rota import models as rows
from whatmatters.rota.queries.delivery import bits_of
from whatmatters.rota.queries.own_hours import worker_to_tell
from whatmatters.rota.services.version_parts import stamp
from whatmatters.rules.rota.roster.told import Available, Leave
from whatmatters.rules.rota.roster.told_checks import check_available, check_leave
from whatmatters.rules.rota.roster.told_refusals import HoursNotYours


@transaction.atomic
def tell_hours(*, by: Actor, at: datetime, on: date, worker_id: int, told: Available) -> int:
    """Tell her hours and contract from a day on; its id. From then it holds over what was told.

    Raises HoursNotYours and what `check_available` refuses.
    """
    _must_tell(by, on, worker_id)
    check_available(told, roster_rules())
    row = rows.Availability.objects.create(
        **stamp(by, at),
        worker_id=worker_id,
        starts=told.starts,
        least=told.least,
        most=told.most,
        rather_not=bits_of(told.rather_not),
    )
    rows.AvailableHours.objects.bulk_create(
        rows.AvailableHours(
            **stamp(by, at), told=row, day=one.day, starts=one.starts, ends=one.ends
        )
        for one in told.hours
    )
    audit_many(by=by, at=at, events=[Audited("hours.told", "worker", worker_id)])
    return int(row.pk)


@transaction.atomic
def tell_leave(*, by: Actor, at: datetime, on: date, worker_id: int, told: Leave) -> int:
    """Tell that she is away from a day to a day, or is not away after all; its id.

    Raises HoursNotYours, LeaveBackwards.
    """
    _must_tell(by, on, worker_id)
    check_leave(told, told_limits())
    row = rows.Leave.objects.create(
        **stamp(by, at),
        worker_id=worker_id,
        first=told.first,
        last=told.last,
        away=told.away,
    )
    audit_many(by=by, at=at, events=[Audited("leave.told", "worker", worker_id)])
    return int(row.pk)


def _must_tell(by: Actor, on: date, worker_id: int) -> None:
    if worker_to_tell(by, on, worker_id) is None:
        raise HoursNotYours()
