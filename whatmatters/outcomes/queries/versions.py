"""All that a version says, and two versions side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import PlanOutcome
from whatmatters.outcomes.queries.contents import planned_lines
from whatmatters.outcomes.queries.outcomes import OutcomeFacts, outcome_facts
from whatmatters.outcomes.queries.plans import VersionFacts, version_facts
from whatmatters.outcomes.queries.pricing import Prices
from whatmatters.rules.money import half_up
from whatmatters.rules.plan_pairs import pair_lines
from whatmatters.rules.plans import PlannedLine, PlannedOutcome

DAYS = ("starts", "ends", "review_on")


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line with its id, its place from 1, and its cost (whole pence, 0 where nobody pays)."""

    id: int
    position: int
    line: PlannedLine
    pence: int


@dataclass(frozen=True, slots=True)
class PlanOutcomeFacts:
    """An outcome as the version holds it."""

    planned: PlannedOutcome
    outcome: OutcomeFacts


@dataclass(frozen=True, slots=True)
class VersionContent:
    """A version, its lines in order, and its outcomes."""

    facts: VersionFacts
    lines: tuple[LineFacts, ...]
    outcomes: tuple[PlanOutcomeFacts, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A day that is not the same in both."""

    field: str
    before: date
    after: date


@dataclass(frozen=True, slots=True)
class LinePair:
    """A line of each version side by side; None where it was added or left out."""

    before: LineFacts | None
    after: LineFacts | None
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutcomePair:
    """An outcome as each version holds it; None where it was added or left out."""

    before: PlanOutcomeFacts | None
    after: PlanOutcomeFacts | None


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Two versions of one plan side by side."""

    before: VersionContent
    after: VersionContent
    days: tuple[Changed, ...]
    lines: tuple[LinePair, ...]
    outcomes: tuple[OutcomePair, ...]


def version_content(version_ids: Iterable[int]) -> dict[int, VersionContent]:
    """All that each version says: five queries, and one for each contract and first day."""
    found = version_facts(version_ids)
    lines = planned_lines(found)
    outcomes = _outcomes(found)
    prices = Prices()
    return {
        pk: VersionContent(facts, _lines(facts, lines.get(pk, ()), prices), outcomes.get(pk, ()))
        for pk, facts in found.items()
    }


def compare_versions(before_id: int, after_id: int, *, council_id: int) -> VersionComparison | None:
    """Two versions of one plan of one council side by side; None where they are not that."""
    held = version_content([before_id, after_id])
    if not {before_id, after_id} <= held.keys() or not _of_one_plan(held.values(), council_id):
        return None
    before, after = held[before_id], held[after_id]
    return VersionComparison(
        before,
        after,
        _changed_days(before.facts, after.facts),
        _line_pairs(before.lines, after.lines),
        _outcome_pairs(before.outcomes, after.outcomes),
    )


def _of_one_plan(contents: Iterable[VersionContent], council_id: int) -> bool:
    found = {(c.facts.plan_id, c.facts.council_id) for c in contents}
    return len(found) == 1 and next(iter(found))[1] == council_id


def _lines(
    facts: VersionFacts, lines: tuple[tuple[int, PlannedLine], ...], prices: Prices
) -> tuple[LineFacts, ...]:
    priced = prices.of(facts.contract_id, facts.starts, [line for _, line in lines])
    return tuple(
        LineFacts(pk, position, line, half_up(cost.exact))
        for position, ((pk, line), cost) in enumerate(zip(lines, priced.lines, strict=True), 1)
    )


def _outcomes(version_ids: Iterable[int]) -> dict[int, tuple[PlanOutcomeFacts, ...]]:
    rows = list(PlanOutcome.objects.filter(version_id__in=list(version_ids)).order_by("id"))
    held = outcome_facts({row.outcome_id for row in rows})
    found: dict[int, tuple[PlanOutcomeFacts, ...]] = {}
    for row in rows:
        planned = PlannedOutcome(row.outcome_id, row.payable, row.weight)
        fact = PlanOutcomeFacts(planned, held[row.outcome_id])
        found[row.version_id] = (*found.get(row.version_id, ()), fact)
    return found


def _changed_days(before: VersionFacts, after: VersionFacts) -> tuple[Changed, ...]:
    return tuple(
        Changed(name, getattr(before, name), getattr(after, name))
        for name in DAYS
        if getattr(before, name) != getattr(after, name)
    )


def _line_pairs(
    before: tuple[LineFacts, ...], after: tuple[LineFacts, ...]
) -> tuple[LinePair, ...]:
    pairs = pair_lines([fact.line for fact in before], [fact.line for fact in after])
    return tuple(
        LinePair(
            None if pair.before is None else before[pair.before],
            None if pair.after is None else after[pair.after],
            pair.changed,
        )
        for pair in pairs
    )


def _outcome_pairs(
    before: tuple[PlanOutcomeFacts, ...], after: tuple[PlanOutcomeFacts, ...]
) -> tuple[OutcomePair, ...]:
    old = {fact.planned.outcome_id: fact for fact in before}
    new = {fact.planned.outcome_id: fact for fact in after}
    return tuple(OutcomePair(old.get(pk), new.get(pk)) for pk in dict.fromkeys([*new, *old]))
