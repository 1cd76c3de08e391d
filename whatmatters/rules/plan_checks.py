"""Checking what a plan says; numbers of lines count from 1."""

from collections.abc import Iterable

from whatmatters.rules.plan_line_refusals import ServesUnknownOutcome
from whatmatters.rules.plan_lines import check_line
from whatmatters.rules.plan_refusals import (
    OutcomeTwice,
    PlanEndsBeforeItStarts,
    PlanIsEmpty,
    ReviewBeforePlan,
)
from whatmatters.rules.plan_weights import check_weights
from whatmatters.rules.plans import PlanContent, PlannedOutcome


def check_plan(content: PlanContent) -> None:
    """Refuse, by name, what no plan may say; a draft may still be empty."""
    if content.ends < content.starts:
        raise PlanEndsBeforeItStarts(starts=content.starts, ends=content.ends)
    if content.review_on < content.starts:
        raise ReviewBeforePlan(review_on=content.review_on, starts=content.starts)
    known = _named_once(content.outcomes)
    for number, line in enumerate(content.lines, start=1):
        check_line(number, line)
        for outcome_id in line.serves:
            if outcome_id not in known:
                raise ServesUnknownOutcome(line=number, outcome_id=outcome_id)
    check_weights(content.outcomes)


def check_whole(content: PlanContent) -> None:
    """What is proposed has at least one line and one outcome. Raises PlanIsEmpty."""
    for what, held in (("lines", content.lines), ("outcomes", content.outcomes)):
        if not held:
            raise PlanIsEmpty(what=what)


def _named_once(outcomes: Iterable[PlannedOutcome]) -> frozenset[int]:
    known: set[int] = set()
    for outcome in outcomes:
        if outcome.outcome_id in known:
            raise OutcomeTwice(outcome_id=outcome.outcome_id)
        known.add(outcome.outcome_id)
    return frozenset(known)
