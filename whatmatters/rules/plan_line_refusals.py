"""What no line of a plan may say, each refusal by its name."""

from whatmatters.rules.refusals import Refusal


class LineNeedsHoursOrCost(Refusal):
    """What a provider or subcontractor does has a band with hours, a cost, or a funder: (line=)."""

    code = "line_needs_hours_or_cost"


class LineHoursAndCost(Refusal):
    """A line is priced one way only: (line=)."""

    code = "line_hours_and_cost"


class HoursImpossible(Refusal):
    """Hours below zero, beyond measure, or finer than a hundredth: (line=)."""

    code = "line_hours_impossible"


class CostImpossible(Refusal):
    """A cost below zero or beyond measure: (line=)."""

    code = "line_cost_impossible"


class ToleranceMissing(Refusal):
    """A critical line says within how many minutes it must happen: (line=) (R-MO-04)."""

    code = "critical_line_without_tolerance"


class ServesUnknownOutcome(Refusal):
    """A line serves an outcome that is not in the plan: (line=, outcome_id=)."""

    code = "line_serves_unknown_outcome"
