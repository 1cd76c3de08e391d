"""Where people's plans stand, as ids for the filter of a list."""

from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from whatmatters.outcomes.models import PlanVersion
from whatmatters.people.queries.listed import everybody
from whatmatters.rules.lifecycles import PlanState


class PlanStand(StrEnum):
    """What a list of people asks about their plans."""

    AGREED = "agreed"
    WAITS = "waits"
    SENT_BACK = "sent_back"
    PAST_ITS_END = "past"
    NONE = "none"


_STATES = {
    PlanStand.AGREED: (PlanState.AGREED,),
    PlanStand.WAITS: (PlanState.PROPOSED,),
    PlanStand.SENT_BACK: (PlanState.AMENDMENT_REQUESTED, PlanState.DECLINED),
    PlanStand.PAST_ITS_END: (PlanState.AGREED,),
}
_ANY = tuple(sorted({state for states in _STATES.values() for state in states}))


def people_whose_plan(
    council_id: int, stand: PlanStand, *, on: date, provider_id: int | None = None
) -> "QuerySet[Any, Any]":
    """Ids of people of whose plans one stands so on a day (NONE: of whom none does in any way).

    `provider_id`: only plans with that provider count. For `in`, not for a loop.
    """
    rows = PlanVersion.objects.of(council_id).filter(state__in=_STATES.get(stand, _ANY))
    if provider_id is not None:
        rows = rows.filter(plan__provider_id=provider_id)
    if stand is PlanStand.PAST_ITS_END:
        rows = rows.filter(ends__lt=on)
    found: QuerySet[Any, Any] = rows.values("plan__person_id")
    return everybody(council_id).exclude(pk__in=found) if stand is PlanStand.NONE else found
