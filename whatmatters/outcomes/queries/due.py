"""What is due: plans that expire, and reviews that are late.

Nothing renews by itself: a plan past its end stands here until somebody concludes its review.
"""

from datetime import date, timedelta
from typing import Any

from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries.due_facts import OverdueReview, PlanDue
from whatmatters.policy.queries import overdue_escalation_days
from whatmatters.policy.reviews import escalated_to, expiring_days
from whatmatters.rules.judging import escalation
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.roles import Role


def plans_expiring(council_id: int, *, on: date, days: int | None = None) -> tuple[PlanDue, ...]:
    """Plans in force that end within so many days (policy's by default), soonest first."""
    within = on + timedelta(days=expiring_days() if days is None else days)
    rows = in_force(council_id).filter(ends__gte=on, ends__lte=within)
    return tuple(_due(row, on) for row in rows.order_by("ends", "id"))


def overdue_reviews(council_id: int, *, on: date) -> tuple[OverdueReview, ...]:
    """Plans past their last day whose review is not concluded, the longest overdue first.

    The first day after a plan's last is day 0; a level is told at each of policy's steps (R-WI-06).
    """
    rows = in_force(council_id).filter(ends__lt=on).select_related("judgement")
    steps, tells = overdue_escalation_days(), escalated_to()
    return tuple(_overdue(row, on, steps, tells) for row in rows.order_by("ends", "id"))


def councils_to_judge(on: date) -> tuple[int, ...]:
    """Councils with a plan in force whose last day has come and that is not being judged."""
    rows = PlanVersion.objects.filter(
        state=PlanState.AGREED,
        ends__lte=on,
        judgement__isnull=True,
        plan__person__death__isnull=True,
    )
    return tuple(rows.order_by("council_id").values_list("council_id", flat=True).distinct())


def in_force(council_id: int) -> Any:
    """Agreed versions of a council with their plans."""
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
