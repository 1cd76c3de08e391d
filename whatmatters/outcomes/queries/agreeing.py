"""Who has answered, who is waited for, and how often a plan bounced (R-WI-05)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.outcomes.models import PlanAnswer
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import Authority


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
