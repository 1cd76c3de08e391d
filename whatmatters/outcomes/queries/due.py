"""What is due: plans that expire, reviews that are late, plans that nobody has changed for long.

Nothing renews by itself: a plan past its end stands here until somebody concludes its review.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from whatmatters.outcomes.models import PlanMove, PlanVersion, SmallChange
from whatmatters.policy.queries import overdue_escalation_days
from whatmatters.policy.reviews import escalated_to, expiring_days, static_weeks
from whatmatters.rules.judging import escalation
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.roles import Role


@dataclass(frozen=True, slots=True)
class PlanDue:
    """A plan in force whose last day is near."""

    version_id: int
    plan_id: int
    person_id: int
    provider_id: int
    starts: date
    ends: date
    review_on: date
    days_left: int


@dataclass(frozen=True, slots=True)
class OverdueReview:
    """A plan past its last day with no concluded review. `level` counts the steps reached."""

    version_id: int
    plan_id: int
    person_id: int
    provider_id: int
    ends: date
    review_on: date
    judgement_id: int | None
    days_over: int
    level: int
    told: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class StaticPlan:
    """Support whose content nobody has changed since a day: a question, never a reproach."""

    version_id: int
    plan_id: int
    person_id: int
    provider_id: int
    unchanged_since: date
    weeks: int


def plans_expiring(council_id: int, *, on: date, days: int | None = None) -> tuple[PlanDue, ...]:
    """Plans in force that end within so many days (policy's by default), soonest first."""
    within = on + timedelta(days=expiring_days() if days is None else days)
    rows = _in_force(council_id).filter(ends__gte=on, ends__lte=within)
    return tuple(_due(row, on) for row in rows.order_by("ends", "id"))


def overdue_reviews(council_id: int, *, on: date) -> tuple[OverdueReview, ...]:
    """Plans past their last day whose review is not concluded, the longest overdue first.

    The first day after a plan's last is day 0; a level is told at each of policy's steps (R-WI-06).
    """
    rows = _in_force(council_id).filter(ends__lt=on).select_related("judgement")
    steps, tells = overdue_escalation_days(), escalated_to()
    return tuple(_overdue(row, on, steps, tells) for row in rows.order_by("ends", "id"))


def static_plans(council_id: int, *, on: date, weeks: int | None = None) -> tuple[StaticPlan, ...]:
    """Plans in force whose lines have stood the same for so many weeks (R-TT-04).

    One version after another with the same lines counts as unchanged; a small change does not.
    """
    asked = static_weeks() if weeks is None else weeks
    current = list(_in_force(council_id).filter(starts__lte=on).order_by("id"))
    people = {row.plan.person_id for row in current}
    earlier, touched = _earlier(council_id, people), _last_small_change(council_id, people)
    found = [_static(row, earlier[row.plan.person_id], touched, on) for row in current]
    return tuple(plan for plan in found if plan.weeks >= asked)


def _in_force(council_id: int) -> Any:
    rows = PlanVersion.objects.of(council_id).filter(state=PlanState.AGREED)
    return rows.select_related("plan")


def _due(row: PlanVersion, on: date) -> PlanDue:
    return PlanDue(
        version_id=row.pk,
        plan_id=row.plan_id,
        person_id=row.plan.person_id,
        provider_id=row.plan.provider_id,
        starts=row.starts,
        ends=row.ends,
        review_on=row.review_on,
        days_left=(row.ends - on).days,
    )


def _overdue(
    row: PlanVersion, on: date, steps: tuple[int, ...], tells: tuple[tuple[Role, ...], ...]
) -> OverdueReview:
    days_over = (on - row.ends).days - 1
    level = escalation(days_over, steps)
    judgement = getattr(row, "judgement", None)
    return OverdueReview(
        version_id=row.pk,
        plan_id=row.plan_id,
        person_id=row.plan.person_id,
        provider_id=row.plan.provider_id,
        ends=row.ends,
        review_on=row.review_on,
        judgement_id=judgement.pk if judgement else None,
        days_over=days_over,
        level=level,
        told=tells[min(level, len(tells)) - 1] if level else (),
    )


def _earlier(council_id: int, people: Iterable[int]) -> dict[int, list[PlanVersion]]:
    """Versions that were ever in force, newest first, by person, with their lines."""
    agreed = PlanMove.objects.filter(to=PlanState.AGREED).values("version_id")
    rows = PlanVersion.objects.of(council_id).filter(
        plan__person_id__in=list(people), pk__in=agreed
    )
    found: dict[int, list[PlanVersion]] = defaultdict(list)
    for row in rows.select_related("plan").prefetch_related("lines").order_by("-starts", "-id"):
        found[row.plan.person_id].append(row)
    return found


def _last_small_change(council_id: int, people: Iterable[int]) -> dict[int, date]:
    rows = SmallChange.objects.of(council_id).filter(version__plan__person_id__in=list(people))
    return dict(rows.order_by("on").values_list("version__plan__person_id", "on"))


def _static(
    row: PlanVersion, versions: list[PlanVersion], touched: dict[int, date], on: date
) -> StaticPlan:
    since = row.starts
    mine = next((_content(found) for found in versions if found.pk == row.pk), None)
    for found in versions:
        if found.starts <= row.starts:
            if _content(found) != mine:
                break
            since = found.starts
    since = max(since, touched.get(row.plan.person_id, since))
    plan = row.plan
    weeks = max((on - since).days, 0) // 7
    return StaticPlan(row.pk, plan.pk, plan.person_id, plan.provider_id, since, weeks)


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
