"""The steps from request to start: which may follow which, days, and hand-offs (R-GW-15)."""

from collections.abc import Mapping
from datetime import date

from whatmatters.rules.outcomes import WayInStep
from whatmatters.rules.refusals import Refusal

OVER = frozenset({WayInStep.STARTED, WayInStep.WITHDRAWN})
ALWAYS = frozenset({WayInStep.WITHDRAWN, WayInStep.HANDED_OFF, WayInStep.CONVERSATION})

# Eligibility may be left out: help that prevents needs no test (R-EL-02). Started may come before
# agreed where support could not wait.
STEPS: Mapping[WayInStep, frozenset[WayInStep]] = {
    WayInStep.REQUESTED: ALWAYS | {WayInStep.ELIGIBILITY, WayInStep.ROUTED},
    WayInStep.CONVERSATION: ALWAYS | {WayInStep.ELIGIBILITY, WayInStep.ROUTED},
    WayInStep.ELIGIBILITY: ALWAYS | {WayInStep.ROUTED},
    WayInStep.HANDED_OFF: ALWAYS
    | {WayInStep.ELIGIBILITY, WayInStep.ROUTED, WayInStep.ACCEPTED, WayInStep.DECLINED},
    WayInStep.ROUTED: ALWAYS | {WayInStep.ACCEPTED, WayInStep.DECLINED},
    WayInStep.DECLINED: ALWAYS | {WayInStep.ROUTED, WayInStep.ACCEPTED, WayInStep.DECLINED},
    WayInStep.ACCEPTED: ALWAYS | {WayInStep.PLAN_PROPOSED, WayInStep.STARTED, WayInStep.DECLINED},
    WayInStep.PLAN_PROPOSED: ALWAYS
    | {WayInStep.PLAN_PROPOSED, WayInStep.AGREED, WayInStep.STARTED, WayInStep.DECLINED},
    WayInStep.AGREED: frozenset({WayInStep.STARTED, WayInStep.WITHDRAWN}),
    WayInStep.STARTED: frozenset(),
    WayInStep.WITHDRAWN: frozenset(),
}


class StepRefused(Refusal):
    """One step cannot follow the other: StepRefused(now=, to=)."""

    code = "step_refused"


class StepBeforeLast(Refusal):
    """Steps are taken in the order of their days: StepBeforeLast(on=, last=)."""

    code = "step_before_last"


def check_step(now: WayInStep, last: date, to: WayInStep, on: date) -> None:
    """Refuse a step that may not follow, or that lies before the last."""
    if to not in STEPS[now]:
        raise StepRefused(now=str(now), to=str(to))
    if on < last:
        raise StepBeforeLast(on=on, last=last)
