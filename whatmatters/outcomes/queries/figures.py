"""Plans, the way in and gaps as counts by provider: what dashboards add up (R-XR-03).

Each function is one query; nothing here names a person. What lies outside `among` is counted as
well, apart, so that nobody shows a part whose rest is few.
"""

from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Min, Q

from whatmatters.access.queries.among import EVERYBODY, Among
from whatmatters.outcomes.models import Gap, PlanVersion, ReferralStep
from whatmatters.outcomes.queries.figure_facts import (
    DeclineFigure,
    GapFigure,
    PlanFigure,
    StartFigure,
)
from whatmatters.rules.lifecycles import OutcomeState, PlanState
from whatmatters.rules.outcomes import DeclineReason, WayInStep
from whatmatters.trust.queries.addresses import hidden_people

PROVIDER, PERSON = "plan__provider_id", "plan__person_id"


def plan_figures(
    council_id: int, *, on: date, among: Among = EVERYBODY, by_person: bool = False
) -> tuple[PlanFigure, ...]:
    """Plans in force on a day, by provider; `by_person`: one by one, for the cases behind."""
    begun = Q(starts__lte=on)
    under_way = begun & Q(outcomes__outcome__state=OutcomeState.ACTIVE)
    off = under_way & Q(outcomes__outcome__off_track__on__gte=F("starts"))
    late = Q(ends__lt=on)
    rows: Any = PlanVersion.objects.of(council_id).filter(
        among.narrow(PROVIDER, PERSON), state=PlanState.AGREED
    )
    keys = [PROVIDER, "wm_inside", *([PERSON] if by_person else [])]
    counted = (
        rows.order_by()
        .annotate(wm_inside=among.inside(PROVIDER, PERSON))
        .values(*keys)
        .annotate(
            n=Count("id", filter=begun, distinct=True),
            late=Count("id", filter=late, distinct=True),
            oldest=Min("ends", filter=late),
            ways=Count("outcomes__outcome", filter=under_way, distinct=True),
            off=Count("outcomes__outcome", filter=off, distinct=True),
            people=Count(PERSON, filter=begun, distinct=True),
            on_way=Count(PERSON, filter=under_way, distinct=True),
        )
    )
    counts = ("n", "late", "oldest", "ways", "off", "people", "on_way")
    told = counted.values_list(PROVIDER, "wm_inside", *keys[2:], *counts)
    width = len(keys)
    return tuple(
        PlanFigure(row[0], row[1], row[2] if by_person else None, *row[width:]) for row in told
    )


def start_figures(
    council_id: int, first: date, last: date, among: Among = EVERYBODY
) -> tuple[StartFigure, ...]:
    """Supports that started in these days (both included), with where the days went.

    A start before the agreement (it could not wait) has 0 days after it.
    """
    started = ReferralStep.objects.of(council_id).filter(
        among.narrow("owner_id", "referral__person_id"),
        step=WayInStep.STARTED,
        on__range=(first, last),
    )
    rows: Any = ReferralStep.objects.of(council_id).filter(
        referral_id__in=started.values("referral_id")
    )
    of_step = {step: Q(step=step) for step in WayInStep}
    paths = (
        rows.order_by()
        .values("referral_id", "referral__on", "referral__person_id")
        .annotate(
            talked=Min("on", filter=of_step[WayInStep.CONVERSATION]),
            agreed=Max("on", filter=of_step[WayInStep.AGREED]),
            begun=Min("on", filter=of_step[WayInStep.STARTED]),
            who=Max("owner_id", filter=of_step[WayInStep.STARTED]),
        )
    )
    told = paths.values_list(
        "who", "referral__person_id", "referral__on", "talked", "agreed", "begun"
    )
    return tuple(_start(among.holds(who, whom), who, whom, *days) for who, whom, *days in told)


def _start(
    inside: bool,
    who: int | None,
    whom: int,
    asked: date,
    talked: date | None,
    agreed: date | None,
    begun: date,
) -> StartFigure:
    first = min(max(talked or asked, asked), begun)
    second = min(max(agreed or begun, first), begun)
    days = ((first - asked).days, (second - first).days, (begun - second).days)
    return StartFigure(who, inside, whom, *days)


def decline_figures(
    council_id: int, first: date, last: date, among: Among = EVERYBODY, *, by_person: bool = False
) -> tuple[DeclineFigure, ...]:
    """Declines in these days (both included), by provider and reason; `by_person`: and person."""
    whom = "referral__person_id"
    rows: Any = ReferralStep.objects.of(council_id).filter(
        among.narrow("owner_id", whom), step=WayInStep.DECLINED, on__range=(first, last)
    )
    keys = ["owner_id", "decline_reason", *([whom] if by_person else [])]
    counted = rows.order_by().values_list(*keys).annotate(n=Count("id"))
    return tuple(
        DeclineFigure(who, among.holds(who, None), DeclineReason(reason), n, *person)
        for who, reason, *person, n in counted
    )


def gap_figures(
    council_id: int, first: date, last: date, among: Among = EVERYBODY
) -> tuple[GapFigure, ...]:
    """Gaps noted in these days (both included), oldest first.

    Without those of people whose address is hidden: a gap in a ward tells where they live.
    """
    provider, person = f"version__{PROVIDER}", f"version__{PERSON}"
    rows: Any = Gap.objects.of(council_id).filter(
        among.narrow(provider, person), on__range=(first, last)
    )
    rows = rows.exclude(**{f"{person}__in": hidden_people(council_id)})
    told = rows.order_by("on", "id").values_list(
        "ward__code", "ward__name_en", "ward__name_cy", provider, "what", person
    )
    return tuple(
        GapFigure(code, en, cy, who, among.holds(who, whom), what, whom)
        for code, en, cy, who, what, whom in told
    )
