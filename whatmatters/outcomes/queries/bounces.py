"""How often a plan came back before it was agreed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import PlanMove
from whatmatters.rules.lifecycles import PlanState

BOUNCES = frozenset({PlanState.AMENDMENT_REQUESTED, PlanState.DECLINED})


@dataclass(frozen=True, slots=True)
class BounceFacts:
    """How often a plan came back, and days from the first proposal to the first agreement."""

    bounces: int
    proposed_on: date | None
    agreed_on: date | None
    days: int | None


def bounces(plan_ids: Iterable[int]) -> dict[int, BounceFacts]:
    """How the agreement of each plan went, in one query."""
    ids = list(plan_ids)
    rows = PlanMove.objects.filter(version__plan_id__in=ids).order_by("id")
    moves: dict[int, list[tuple[str, date]]] = {pk: [] for pk in ids}
    for plan_id, to, on in rows.values_list("version__plan_id", "to", "on"):
        moves[plan_id].append((to, on))
    return {plan_id: _bounces(found) for plan_id, found in moves.items()}


def _bounces(moves: list[tuple[str, date]]) -> BounceFacts:
    proposed = next((on for to, on in moves if to == PlanState.PROPOSED), None)
    agreed = next((on for to, on in moves if to == PlanState.AGREED), None)
    days = None if proposed is None or agreed is None else (agreed - proposed).days
    return BounceFacts(sum(to in BOUNCES for to, _ in moves), proposed, agreed, days)
