"""Plans, the way in and gaps as counts by provider: what dashboards add up (R-XR-03).

Each function is one query; nothing here names a person.
"""

from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Min, Q

from whatmatters.outcomes.models import Gap, PlanVersion, ReferralStep
from whatmatters.outcomes.queries.figure_facts import (
    DeclineFigure,
    GapFigure,
    PlanFigure,
    StartFigure,
)
from whatmatters.rules.lifecycles import OutcomeState, PlanState
from whatmatters.rules.outcomes import DeclineReason, WayInStep


def plan_figures(council_id: int, *, on: date) -> tuple[PlanFigure, ...]:
    """Plans in force on a day, by provider."""
    begun = Q(starts__lte=on)
    under_way = begun & Q(outcomes__outcome__state=OutcomeState.ACTIVE)
    off = under_way & Q(outcomes__outcome__off_track__on__gte=F("starts"))
    rows: Any = PlanVersion.objects.of(council_id).filter(state=PlanState.AGREED).order_by()
    counted = rows.values("plan__provider_id").annotate(
        n=Count("id", filter=begun, distinct=True),
        late=Count("id", filter=Q(ends__lt=on), distinct=True),
        oldest=Min("ends", filter=Q(ends__lt=on)),
        ways=Count("outcomes__outcome", filter=under_way, distinct=True),
        off=Count("outcomes__outcome", filter=off, distinct=True),
    )
    told = counted.values_list("plan__provider_id", "n", "late", "oldest", "ways", "off")
    return tuple(PlanFigure(*row) for row in told)


def start_figures(council_id: int, first: date, last: date) -> tuple[StartFigure, ...]:
    """Supports that started in these days (both included), with where the days went.

    A start before the agreement (it could not wait) has 0 days after it.
    """
    started = ReferralStep.objects.of(council_id).filter(
        step=WayInStep.STARTED, on__range=(first, last)
    )
    rows: Any = ReferralStep.objects.of(council_id).filter(
        referral_id__in=started.values("referral_id")
    )
    of_step = {step: Q(step=step) for step in WayInStep}
    paths = (
        rows.order_by()
        .values("referral_id", "referral__on")
        .annotate(
            talked=Min("on", filter=of_step[WayInStep.CONVERSATION]),
            agreed=Max("on", filter=of_step[WayInStep.AGREED]),
            begun=Min("on", filter=of_step[WayInStep.STARTED]),
            who=Max("owner_id", filter=of_step[WayInStep.STARTED]),
        )
    )
    told = paths.values_list("who", "referral__on", "talked", "agreed", "begun")
    return tuple(_start(*row) for row in told)


def _start(
    who: int | None, asked: date, talked: date | None, agreed: date | None, begun: date
) -> StartFigure:
    first = min(max(talked or asked, asked), begun)
    second = min(max(agreed or begun, first), begun)
    return StartFigure(who, (first - asked).days, (second - first).days, (begun - second).days)


def decline_figures(council_id: int, first: date, last: date) -> tuple[DeclineFigure, ...]:
    """Declines in these days (both included), by provider and reason."""
    rows: Any = ReferralStep.objects.of(council_id).filter(
        step=WayInStep.DECLINED, on__range=(first, last)
    )
    counted = rows.order_by().values_list("owner_id", "decline_reason").annotate(n=Count("id"))
    return tuple(DeclineFigure(who, DeclineReason(reason), n) for who, reason, n in counted)


def gap_figures(council_id: int, first: date, last: date) -> tuple[GapFigure, ...]:
    """Gaps noted in these days (both included), oldest first."""
    rows: Any = Gap.objects.of(council_id).filter(on__range=(first, last)).order_by("on", "id")
    told = rows.values_list(
        "ward__code",
        "ward__name_en",
        "ward__name_cy",
        "version__plan__provider_id",
        "what",
        "version__plan__person_id",
    )
    return tuple(GapFigure(*row) for row in told)
