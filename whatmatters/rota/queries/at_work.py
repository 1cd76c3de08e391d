"""Who is at work on a day, how each goes and what each can do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.rota.models import Shift, WorkerAbility
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.day_file import DayShift, Mode


@dataclass(frozen=True, slots=True)
class Ability:
    """How a worker goes, and what she can do beside speaking Welsh."""

    mode: Mode
    moving: bool
    medicines: bool


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """A shift that stands: minutes of the clock."""

    id: int
    worker_id: int
    worker: str
    starts: int
    ends: int


def abilities(worker_ids: Iterable[int]) -> dict[int, Ability]:
    """The newest of each worker of whom it was said (one query)."""
    rows = WorkerAbility.objects.filter(worker_id__in=set(worker_ids)).order_by("id")
    told = rows.values_list("worker_id", "mode", "moving", "medicines")
    return {pk: Ability(Mode(mode), *rest) for pk, mode, *rest in told}


def shifts_on(council_id: int, team_id: int, on: date) -> tuple[ShiftFacts, ...]:
    """Shifts of a team's day that were not struck out, the earliest first."""
    rows = Shift.objects.of(council_id).filter(team_id=team_id, on=on, struck_at__isnull=True)
    told = rows.order_by("starts", "id").values_list(
        "pk", "worker_id", "worker__name", "starts", "ends"
    )
    return tuple(ShiftFacts(*row) for row in told)


def days_at_work(
    council_id: int, team_ids: Iterable[int], first: date, last: date
) -> list[tuple[int, date]]:
    """Each team and day, from one day to another, on which anybody is at work (one query)."""
    rows = Shift.objects.of(council_id).filter(team_id__in=list(team_ids), struck_at__isnull=True)
    days = rows.filter(on__gte=first, on__lte=last).order_by("team_id", "on")
    return list(days.values_list("team_id", "on").distinct())


def day_shifts(council_id: int, team_id: int, on: date) -> tuple[DayShift, ...]:
    """The same as the rules read them (two queries): no shift is written without an ability."""
    rows = Shift.objects.of(council_id).filter(team_id=team_id, on=on, struck_at__isnull=True)
    told = list(
        rows.order_by("starts", "id").values_list(
            "pk", "worker_id", "worker__speaks_welsh", "starts", "ends"
        )
    )
    able = abilities(worker for _pk, worker, *_rest in told)
    return tuple(
        DayShift(pk, worker, skills_of(able[worker], welsh=welsh), able[worker].mode, starts, ends)
        for pk, worker, welsh, starts, ends in told
    )


def skills_of(able: Ability, *, welsh: bool) -> frozenset[Skill]:
    """What a worker can do, as the rules name it."""
    held = {Skill.MOVING: able.moving, Skill.MEDICINES: able.medicines, Skill.WELSH: welsh}
    return frozenset(skill for skill, has in held.items() if has)
