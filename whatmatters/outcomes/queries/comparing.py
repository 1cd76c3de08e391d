"""Two versions of one plan side by side (R-WI-05)."""

from collections.abc import Iterable

from whatmatters.outcomes.queries.comparison import (
    Changed,
    LinePair,
    OutcomePair,
    VersionComparison,
)
from whatmatters.outcomes.queries.plans import VersionFacts
from whatmatters.outcomes.queries.version_views import LineFacts, PlanOutcomeFacts, VersionContent
from whatmatters.outcomes.queries.versions import version_content
from whatmatters.rules.plan_pairs import pair_lines

DAYS = ("starts", "ends", "review_on")


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
