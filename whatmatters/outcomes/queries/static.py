"""Plans that nobody has changed for long (R-TT-04): a question, never a reproach."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from whatmatters.outcomes.models import PlanMove, PlanVersion, SmallChange, UnchangedAnswer
from whatmatters.outcomes.queries.due import in_force
from whatmatters.policy.reviews import static_weeks
from whatmatters.rules.lifecycles import PlanState


@dataclass(frozen=True, slots=True)
class StaticPlan:
    """Support whose content nobody has changed since a day: a question, never a reproach.

    `answered_on`: when somebody last said why it is still right.
    """

    version_id: int
    plan_id: int
    person_id: int
    provider_id: int
    unchanged_since: date
    weeks: int
    answered_on: date | None


def static_plans(
    council_id: int,
    *,
    on: date,
    weeks: int | None = None,
    people: "Iterable[int] | QuerySet[Any, Any] | None" = None,
) -> tuple[StaticPlan, ...]:
    """Plans in force whose lines have stood the same for so many weeks (two queries, R-TT-04).

    One version after another with the same lines counts as unchanged; a small change does not.
    Once somebody has said why, it is asked again after as many weeks. `people`: of these alone.
    """
    asked = static_weeks() if weeks is None else weeks
    found = []
    for versions in _ever_in_force(council_id, on, people).values():
        for row in versions:
            if row.state == PlanState.AGREED and row.starts <= on:
                found.append((row.pk, _static(row, versions, on), row.answered))
    asks = [
        plan
        for _pk, plan, answered in sorted(found, key=lambda one: one[0])
        if plan.weeks >= asked and (answered is None or (on - answered).days >= asked * 7)
    ]
    return tuple(asks)


def _ever_in_force(
    council_id: int, on: date, people: "Iterable[int] | QuerySet[Any, Any] | None"
) -> dict[int, list[Any]]:
    """Versions that were ever in force, newest first, by person, with their lines."""
    now = in_force(council_id).filter(starts__lte=on)
    if people is not None:
        now = now.filter(plan__person_id__in=people)
    agreed = PlanMove.objects.filter(to=PlanState.AGREED).values("version_id")
    rows = PlanVersion.objects.of(council_id).filter(
        plan__person_id__in=now.values("plan__person_id"), pk__in=agreed
    )
    hers = {"version__plan__person_id": OuterRef("plan__person_id")}
    theirs = hers | {"version__plan__provider_id": OuterRef("plan__provider_id")}
    rows = rows.annotate(touched=_last(SmallChange, hers), answered=_last(UnchangedAnswer, theirs))
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows.select_related("plan").prefetch_related("lines").order_by("-starts", "-id"):
        found[row.plan.person_id].append(row)
    return found


def _last(rows: "type[SmallChange | UnchangedAnswer]", whose: dict[str, OuterRef]) -> Subquery:
    return Subquery(rows.objects.filter(**whose).order_by("-on").values("on")[:1])


def _static(row: Any, versions: list[Any], on: date) -> StaticPlan:
    since, mine = row.starts, _content(row)
    for found in versions:
        if found.starts <= row.starts:
            if _content(found) != mine:
                break
            since = found.starts
    since = max(since, row.touched or since)
    plan = row.plan
    weeks = max((on - since).days, 0) // 7
    return StaticPlan(row.pk, plan.pk, plan.person_id, plan.provider_id, since, weeks, row.answered)


def _content(row: PlanVersion) -> list[tuple[object, ...]]:
    """What is done, by whom and how much; not on which days."""
    return sorted(
        (
            line.what,
            line.deliverer,
            line.band or "",
            str(line.hours),
            str(line.cost),
            line.funded_by,
        )
        for line in row.lines.all()
    )
