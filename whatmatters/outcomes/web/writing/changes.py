"""A plan's content with one thing changed. Nothing here reads or writes."""

from dataclasses import replace
from datetime import date

from whatmatters.outcomes.queries import VersionContent
from whatmatters.rules.plans import PlanContent, PlannedLine, PlannedOutcome


def content_of(version: VersionContent) -> PlanContent:
    """What a version says, as the services take it."""
    facts = version.facts
    return PlanContent(
        starts=facts.starts,
        ends=facts.ends,
        review_on=facts.review_on,
        lines=tuple(fact.line for fact in version.lines),
        outcomes=tuple(found.planned for found in version.outcomes),
    )


def with_days(content: PlanContent, starts: date, ends: date, review_on: date) -> PlanContent:
    """The same plan on other days."""
    return replace(content, starts=starts, ends=ends, review_on=review_on)


def with_line(content: PlanContent, line: PlannedLine, position: int | None) -> PlanContent:
    """`line` in the place of the one at `position` (from 1), or after the last one."""
    lines = list(content.lines)
    if position is None or position > len(lines):
        lines.append(line)
    else:
        lines[position - 1] = line
    return replace(content, lines=tuple(lines))


def without_line(content: PlanContent, position: int) -> PlanContent:
    """The plan without the line at `position` (from 1)."""
    kept = [line for n, line in enumerate(content.lines, 1) if n != position]
    return replace(content, lines=tuple(kept))


def with_outcomes(content: PlanContent, outcomes: tuple[PlannedOutcome, ...]) -> PlanContent:
    """Other outcomes; a line serves no longer what is not in the plan any more."""
    kept = {outcome.outcome_id for outcome in outcomes}
    lines = tuple(
        replace(line, serves=tuple(pk for pk in line.serves if pk in kept))
        for line in content.lines
    )
    return replace(content, lines=lines, outcomes=outcomes)
