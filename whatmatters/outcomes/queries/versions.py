"""All that a version says, and two versions side by side."""

from collections.abc import Iterable

from whatmatters.outcomes.models import PlanOutcome
from whatmatters.outcomes.queries.contents import planned_lines
from whatmatters.outcomes.queries.outcomes import outcome_facts
from whatmatters.outcomes.queries.plans import VersionFacts, version_facts
from whatmatters.outcomes.queries.pricing import Prices
from whatmatters.outcomes.queries.version_views import LineFacts, PlanOutcomeFacts, VersionContent
from whatmatters.rules.money import half_up
from whatmatters.rules.plans import PlannedLine, PlannedOutcome


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


def shown_lines(facts: VersionFacts) -> tuple[LineFacts, ...]:
    """The priced lines of one version, without the outcomes that each serves (two queries)."""
    lines = planned_lines([facts.id], with_serves=False).get(facts.id, ())
    return _lines(facts, lines, Prices())


def _lines(
    facts: VersionFacts, lines: tuple[tuple[int, PlannedLine], ...], prices: Prices
) -> tuple[LineFacts, ...]:
    priced = prices.of(facts.contract_id, facts.starts, [line for _, line in lines])
    return tuple(
        LineFacts(pk, position, line, half_up(cost.exact), facts.as_block and _is_paid(line))
        for position, ((pk, line), cost) in enumerate(zip(lines, priced.lines, strict=True), 1)
    )


def _is_paid(line: PlannedLine) -> bool:
    """Whether somebody is paid for it who is not paid already by another."""
    return not line.funded_by and line.band is not None


def _outcomes(version_ids: Iterable[int]) -> dict[int, tuple[PlanOutcomeFacts, ...]]:
    rows = list(PlanOutcome.objects.filter(version_id__in=list(version_ids)).order_by("id"))
    held = outcome_facts({row.outcome_id for row in rows})
    found: dict[int, tuple[PlanOutcomeFacts, ...]] = {}
    for row in rows:
        planned = PlannedOutcome(row.outcome_id, row.payable, row.weight)
        fact = PlanOutcomeFacts(planned, held[row.outcome_id])
        found[row.version_id] = (*found.get(row.version_id, ()), fact)
    return found
