"""The parts of a version: visits, quiet times and people, as rows."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from whatmatters.access.queries import Actor
from whatmatters.rota import models as rows
from whatmatters.rota.queries.delivery import bits_of
from whatmatters.rules.rota.agreed import AgreedVisit, QuietTime, Skill
from whatmatters.rules.words import words

LONGEST_WHAT = 500


@dataclass(frozen=True, slots=True)
class DeliveryGiven:
    """A whole version. `over` is the number of the version that was read; 0: there was none."""

    person_id: int
    over: int
    team_id: int
    starts: date
    ends: date | None = None
    visits: tuple[AgreedVisit, ...] = ()
    quiet: tuple[QuietTime, ...] = ()
    chosen: tuple[int, ...] = ()
    never: tuple[int, ...] = ()


def write_parts(plan: rows.DeliveryPlan, given: DeliveryGiven, stamp: dict[str, Any]) -> None:
    """Its visits with their words, its quiet times, and who was chosen."""
    visits = [_visit(stamp, plan, visit) for visit in given.visits]
    made = rows.AgreedVisit.objects.bulk_create(visits)
    rows.AgreedVisitWords.objects.bulk_create(
        rows.AgreedVisitWords(
            **stamp, visit=row, what=words("what", visit.what, longest=LONGEST_WHAT)
        )
        for row, visit in zip(made, given.visits, strict=True)
    )
    rows.QuietTime.objects.bulk_create(
        rows.QuietTime(
            **stamp,
            plan=plan,
            number=time.number,
            kind=time.kind,
            days=bits_of(time.days),
            starts=time.starts,
            ends=time.ends,
        )
        for time in given.quiet
    )
    who = [(pk, False) for pk in given.chosen] + [(pk, True) for pk in given.never]
    rows.ChosenWorker.objects.bulk_create(
        rows.ChosenWorker(**stamp, plan=plan, worker_id=pk, never=never) for pk, never in who
    )


def _visit(stamp: dict[str, Any], plan: rows.DeliveryPlan, visit: AgreedVisit) -> rows.AgreedVisit:
    return rows.AgreedVisit(
        **stamp,
        plan=plan,
        number=visit.number,
        days=bits_of(visit.days),
        earliest=visit.earliest,
        latest=visit.latest,
        minutes=visit.minutes,
        long_minutes=visit.long_minutes,
        workers=visit.workers,
        moving=Skill.MOVING in visit.skills,
        medicines=Skill.MEDICINES in visit.skills,
        in_welsh=Skill.WELSH in visit.skills,
        harm=visit.harm,
        tolerance=visit.tolerance,
        follows=visit.follows,
        least=visit.least,
        most=visit.most,
    )


def stamp(by: Actor, at: datetime) -> dict[str, Any]:
    """The council, who writes and when, for every row of a version."""
    return {"council_id": by.council_id, "by_id": by.user_id, "at": at}
