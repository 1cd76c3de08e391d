"""What is due: the days of the period, and at the follow-up the quality element."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from whatmatters.rules.commissioning import Input, Line, Rules, Statement, shared_lines
from whatmatters.rules.commissioning_models.short_term.evidence import Evidence
from whatmatters.rules.commissioning_models.short_term.terms import Agreement, EndState, end_of
from whatmatters.rules.money import half_up, pence, spread
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import DAYS_IN_A_WEEK, ONE_DAY, Period

MODEL = "short_term"
INSTALMENT = "short_term.instalment"
QUALITY = "short_term.quality"


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """The line of the period asked about, then that of the follow-up."""
    return Statement(MODEL, tuple(_lines(agreement, evidence)))


def _lines(agreement: Agreement, evidence: Evidence) -> Iterator[Line]:
    if evidence.period is not None:
        yield from _instalment(agreement, evidence.period, evidence.end_state)
    if evidence.followed_up_on is not None and evidence.end_state is not None:
        yield from _quality(agreement, evidence.end_state)


def earned_days(agreement: Agreement, day: date, end_state: EndState | None) -> int:
    """Days earned before a day. Ending early as independent earns the whole episode at its end.

    The whole of what had begun by then: a week more that nobody came to need is not earned, or
    asking for one would pay.
    """
    whole = agreement.terms.days
    end = end_of(agreement)
    if agreement.ends is not None and agreement.ends + ONE_DAY < end:
        end = agreement.ends + ONE_DAY
        if end_state is EndState.INDEPENDENT and day >= end:
            unextended = agreement.terms.weeks * DAYS_IN_A_WEEK
            begun = (end - agreement.starts).days > unextended
            return whole if begun else unextended
    return min(max((min(day, end) - agreement.starts).days, 0), whole)


def _instalment(
    agreement: Agreement, period: Period, end_state: EndState | None
) -> tuple[Line, ...]:
    terms = agreement.terms
    before = earned_days(agreement, period.start, end_state)
    after = earned_days(agreement, period.end, end_state)
    inputs: dict[str, Input] = {
        "price": exact_text(terms.price),
        "weeks": terms.weeks,
        "extensions": terms.extensions,
        "price_pence": terms.total,
        "plan_days": terms.days,
        "days_before": before,
        "days_after": after,
        "earned_before_pence": spread(terms.total, 0, before, terms.days),
        "earned_after_pence": spread(terms.total, 0, after, terms.days),
        "end_state": None if end_state is None else end_state.value,
    }
    amount = spread(terms.total, before, after, terms.days)
    return shared_lines(agreement, amount, rule=INSTALMENT, reason=INSTALMENT, inputs=inputs)


def _quality(agreement: Agreement, end_state: EndState) -> tuple[Line, ...]:
    """A state that the table does not name earns nothing."""
    share = agreement.terms.quality_table.get(end_state, Fraction(0))
    exact = pence(agreement.terms.quality_element) * share
    inputs: dict[str, Input] = {
        "quality_element": exact_text(agreement.terms.quality_element),
        "end_state": end_state.value,
        "share": exact_text(share),
        "exact_pence": exact_text(exact),
    }
    return shared_lines(agreement, half_up(exact), rule=QUALITY, reason=QUALITY, inputs=inputs)
