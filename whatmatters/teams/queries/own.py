"""The workers and teams of one organisation, as its manager keeps them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from whatmatters.rules.roles import Origin
from whatmatters.teams.models import Team, TeamMember, Worker


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A worker in a team: from a day to a day (None: no end said)."""

    id: int
    team_id: int
    team_en: str
    team_cy: str
    starts: date
    ends: date | None

    def on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class KeptWorker:
    """A worker of the organisation: `account` is the user name they sign in by, if any."""

    id: int
    name: str
    job: str
    speaks_welsh: bool
    account: str
    origin: Origin
    teams: tuple[MemberFacts, ...]


def open_to(council_id: int, organisation_id: int) -> "QuerySet[Team]":
    """Teams in which an organisation's workers can be: its own, and neighbourhoods' of several
    bodies in which it has had a worker: the council puts in the first, nobody joins uninvited.
    """
    there = TeamMember.objects.of(council_id).filter(worker__organisation_id=organisation_id)
    shared = Q(organisation__isnull=True, pk__in=there.values("team_id"))
    own = Q(organisation_id=organisation_id) | shared
    return Team.objects.of(council_id).filter(own).order_by("name_en", "id")


def count_workers(council_id: int, organisation_id: int) -> int:
    """How many workers an organisation has here."""
    return Worker.objects.of(council_id).filter(organisation_id=organisation_id).count()


def kept_workers(
    council_id: int, organisation_id: int, *, start: int = 0, limit: int | None = None
) -> tuple[KeptWorker, ...]:
    """A page of an organisation's workers, by name. Two queries."""
    rows = Worker.objects.of(council_id).filter(organisation_id=organisation_id)
    stop = None if limit is None else start + limit
    return _kept(rows.select_related("user").order_by("name", "id")[start:stop])


def kept_worker(council_id: int, organisation_id: int, worker_id: int) -> KeptWorker | None:
    """One of them; None where there is none."""
    rows = Worker.objects.of(council_id).filter(organisation_id=organisation_id, pk=worker_id)
    return next(iter(_kept(rows.select_related("user"))), None)


def _kept(rows: Iterable[Any]) -> tuple[KeptWorker, ...]:
    held = _memberships([row.pk for row in rows])
    return tuple(
        KeptWorker(
            row.pk,
            row.name,
            row.job,
            row.speaks_welsh,
            row.user.username if row.user else "",
            Origin(row.origin),
            tuple(held.get(row.pk, ())),
        )
        for row in rows
    )


def _memberships(worker_ids: Iterable[int]) -> dict[int, list[MemberFacts]]:
    found: dict[int, list[MemberFacts]] = {}
    rows = TeamMember.objects.filter(worker_id__in=list(worker_ids)).select_related("team")
    for row in rows.order_by("starts", "id"):
        told = MemberFacts(
            row.pk, row.team_id, row.team.name_en, row.team.name_cy, row.starts, row.ends
        )
        found.setdefault(row.worker_id, []).append(told)
    return found


def at_work_in(council_id: int, organisation_id: int, on: date) -> dict[int, int]:
    """How many of an organisation's workers are in each team on a day; none: no such key."""
    rows = TeamMember.objects.of(council_id).filter(
        Q(ends__isnull=True) | Q(ends__gte=on),
        starts__lte=on,
        worker__organisation_id=organisation_id,
    )
    found: Counter[int] = Counter(rows.values_list("team_id", flat=True))
    return dict(found)


def open_teams(council_id: int, organisation_id: int) -> dict[int, tuple[str, str, bool]]:
    """Those teams by id: English and Welsh name, and whether it is the organisation's own."""
    rows = open_to(council_id, organisation_id)
    told = rows.values_list("pk", "name_en", "name_cy", "organisation_id")
    return {pk: (en, cy, body is not None) for pk, en, cy, body in told}
