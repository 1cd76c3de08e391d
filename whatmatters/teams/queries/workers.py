"""Workers of an organisation, and the members of teams on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from whatmatters.rules.roles import Origin
from whatmatters.teams.models import TeamMember, Worker


@dataclass(frozen=True, slots=True)
class WorkerFacts:
    """Somebody who works for an organisation."""

    id: int
    organisation_id: int
    user_id: int | None
    name: str
    job: str
    speaks_welsh: bool
    origin: Origin


def workers_of(council_id: int, organisation_id: int) -> tuple[WorkerFacts, ...]:
    """An organisation's workers, by name."""
    rows = Worker.objects.of(council_id).filter(organisation_id=organisation_id)
    return tuple(_facts(row) for row in rows.order_by("name", "id"))


def workers_of_user(council_id: int, user_id: int) -> tuple[WorkerFacts, ...]:
    """Whoever an account is on the register of workers: of each organisation one, as a rule."""
    rows = Worker.objects.of(council_id).filter(user_id=user_id)
    return tuple(_facts(row) for row in rows.order_by("id"))


def worker(council_id: int, worker_id: int) -> WorkerFacts | None:
    """One worker; None where the council has no such worker."""
    row = Worker.objects.of(council_id).filter(pk=worker_id).first()
    return None if row is None else _facts(row)


def members(team_ids: Iterable[int], on: date) -> dict[int, tuple[WorkerFacts, ...]]:
    """Who works in each team on a day, by team id (one SQL query)."""
    rows = TeamMember.objects.filter(team_id__in=list(team_ids), starts__lte=on)
    held = rows.filter(Q(ends__isnull=True) | Q(ends__gte=on)).select_related("worker")
    found: dict[int, tuple[WorkerFacts, ...]] = {}
    for row in held.order_by("worker__name", "id"):
        found[row.team_id] = (*found.get(row.team_id, ()), _facts(row.worker))
    return found


@dataclass(frozen=True, slots=True)
class DaysIn:
    """From which day to which somebody works in a team (null: still), time after time."""

    spells: tuple[tuple[date, date | None], ...]

    def holds(self, day: date) -> bool:
        """Whether she works in it on a day."""
        return any(first <= day and (last is None or day <= last) for first, last in self.spells)


def members_between(team_id: int, first: date, last: date) -> dict[WorkerFacts, DaysIn]:
    """Who works in a team on any day from one to another, by name (one SQL query)."""
    rows = TeamMember.objects.filter(team_id=team_id, starts__lte=last).select_related("worker")
    held = rows.filter(Q(ends__isnull=True) | Q(ends__gte=first))
    found: dict[WorkerFacts, DaysIn] = {}
    for row in held.order_by("worker__name", "worker_id", "starts"):
        who = _facts(row.worker)
        before = found.get(who, DaysIn(()))
        found[who] = DaysIn((*before.spells, (row.starts, row.ends)))
    return found


def _facts(row: Worker) -> WorkerFacts:
    return WorkerFacts(
        row.pk,
        row.organisation_id,
        row.user_id,
        row.name,
        row.job,
        row.speaks_welsh,
        Origin(row.origin),
    )


def worker_names(ids: Iterable[int]) -> dict[int, str]:
    """The names of workers by id, in one query; none where nobody is asked about."""
    wanted = set(ids)
    return dict(Worker.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
