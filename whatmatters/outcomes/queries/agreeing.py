"""Who has answered, who is waited for, and how often a plan bounced (R-WI-05)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.outcomes.models import PlanAnswer, PlanMove
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import Authority

BOUNCES = frozenset({PlanState.AMENDMENT_REQUESTED, PlanState.DECLINED})


@dataclass(frozen=True, slots=True)
class PlanAnswerFacts:
    """One party's answer, by what authority, in whose words."""

    id: int
    version_id: int
    party: Party
    answer: Answer
    authority: Authority
    words: str
    on: date
    by_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class BounceFacts:
    """How often a plan came back, and days from the first proposal to the first agreement."""

    bounces: int
    proposed_on: date | None
    agreed_on: date | None
    days: int | None


def answers(version_ids: Iterable[int]) -> dict[int, tuple[PlanAnswerFacts, ...]]:
    """The answers to each version in the order given, in one query."""
    rows = PlanAnswer.objects.filter(version_id__in=list(version_ids)).order_by("id")
    found: dict[int, tuple[PlanAnswerFacts, ...]] = {}
    for row in rows:
        fact = PlanAnswerFacts(
            row.pk,
            row.version_id,
            Party(row.party),
            Answer(row.answer),
            Authority(row.authority),
            row.words,
            row.on,
            row.by_id,
            row.at,
        )
        found[row.version_id] = (*found.get(row.version_id, ()), fact)
    return found


def waiting_for(version_ids: Iterable[int]) -> dict[int, frozenset[Party]]:
    """Which of the three have not answered each version."""
    ids = list(version_ids)
    given = answers(ids)
    return {pk: frozenset(Party) - {a.party for a in given.get(pk, ())} for pk in ids}


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
