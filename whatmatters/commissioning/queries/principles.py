"""A service by the six principles, as each body saw it, the newest view first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from whatmatters.commissioning.models import ServiceView, ViewOfPrinciple
from whatmatters.rules.principles import Level, Principle


@dataclass(frozen=True, slots=True)
class Told:
    """How far a service goes with a principle, and what that is seen by."""

    level: Level
    evidence: str


@dataclass(frozen=True, slots=True)
class ViewFacts:
    """One view: `number` from 1 of each body."""

    id: int
    contract_id: int
    organisation_id: int
    number: int
    by_id: int
    at: datetime
    told: Mapping[Principle, Told]


def views(council_id: int, contract_ids: Iterable[int]) -> dict[int, tuple[ViewFacts, ...]]:
    """Every view of each contract, the newest first (two queries)."""
    rows = ServiceView.objects.of(council_id).filter(contract_id__in=set(contract_ids))
    held = list(rows.order_by("-id"))
    told: dict[int, dict[Principle, Told]] = {row.pk: {} for row in held}
    parts = ViewOfPrinciple.objects.filter(view_id__in=told)
    for view, principle, level, words in parts.values_list(
        "view_id", "principle", "level", "evidence"
    ):
        told[view][Principle(principle)] = Told(Level(level), words)
    found: dict[int, tuple[ViewFacts, ...]] = {}
    for row in held:
        one = ViewFacts(
            row.pk,
            row.contract_id,
            row.organisation_id,
            row.number,
            row.by_id,
            row.at,
            told[row.pk],
        )
        found[row.contract_id] = (*found.get(row.contract_id, ()), one)
    return found


def newest(found: Iterable[ViewFacts]) -> dict[int, ViewFacts]:
    """By body, what it said last."""
    last: dict[int, ViewFacts] = {}
    for one in found:
        last.setdefault(one.organisation_id, one)
    return last
