"""Whether so many people would tell a result from chance, asked before anyone signs (R-CO-03)."""

from whatmatters.results.queries.refusals import (
    NothingTold,
    StepNeverTold,
    StepNotTold,
    TooFewExpected,
)
from whatmatters.rules.commissioning_models.community_outcome import (
    Terms,
    least_at_best,
    least_people,
)


def check_sample(terms: Terms, expected: int, *, knowing: bool) -> None:
    """That the best result could be paid; and, unless whoever signs says that they know, that a
    rate just at each step would be.

    Raises NothingTold, TooFewExpected, StepNeverTold, StepNotTold.
    """
    best = least_at_best(terms)
    if best is None:
        raise NothingTold(field="before_events")
    if best > expected:
        raise TooFewExpected(least=best, expected=expected)
    for step in () if knowing else terms.steps:
        least = least_people(terms, step)
        if least is None:
            raise StepNeverTold(rate=step.rate)
        if least > expected:
            raise StepNotTold(rate=step.rate, least=least, expected=expected)
