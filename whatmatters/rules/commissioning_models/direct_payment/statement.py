"""What is due: the weeks of a period in advance, the start-up sum, and a surplus, back."""

from collections.abc import Iterator
from datetime import date, timedelta

from whatmatters.rules.commissioning import Input, Line, Rules, Statement, shared_lines
from whatmatters.rules.commissioning_models.direct_payment.evidence import Evidence
from whatmatters.rules.commissioning_models.direct_payment.terms import Agreement
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import DAYS_IN_A_WEEK, ONE_DAY, Period

MODEL = "direct_payment"
PAYMENT = "direct_payment.payment"
START_UP = "direct_payment.start_up"
SURPLUS = "direct_payment.surplus"
ENDED = "direct_payment.ended"
BALANCE = "balance_pence"


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """Lines, and what stays in the account after the yearly look."""
    return Statement(MODEL, tuple(_lines(agreement, evidence)), _carried(agreement, evidence))


def _lines(agreement: Agreement, evidence: Evidence) -> Iterator[Line]:
    if evidence.first:
        yield from _start_up(agreement)
    if evidence.period is not None:
        yield from _payment(agreement, evidence, evidence.period)
    if evidence.balance_pence is not None:
        yield from _surplus_line(agreement, evidence)


def _carried(agreement: Agreement, evidence: Evidence) -> dict[str, int]:
    if evidence.balance_pence is None:
        return {}
    return {BALANCE: evidence.balance_pence - surplus(agreement, evidence)}


def _start_up(agreement: Agreement) -> tuple[Line, ...]:
    sums: dict[str, Input] = {"start_up": exact_text(agreement.terms.start_up)}
    amount = half_up(pence(agreement.terms.start_up))
    return shared_lines(agreement, amount, rule=START_UP, reason=START_UP, inputs=sums)


def _payment(agreement: Agreement, evidence: Evidence, period: Period) -> tuple[Line, ...]:
    """Cumulative from the first day, so that the weeks always add back."""
    terms = agreement.terms
    last = paid_until(agreement, evidence)
    before, after = (_elapsed(agreement, day, last) for day in (period.start, period.end))
    taken_before, taken_after = (
        half_up(pence(terms.weekly) * days / DAYS_IN_A_WEEK) for days in (before, after)
    )
    inputs: dict[str, Input] = {
        "weekly_budget": exact_text(terms.weekly_budget),
        "weekly_contribution": exact_text(terms.weekly_contribution),
        "net": terms.net,
        "weekly": exact_text(terms.weekly),
        "days_before": before,
        "days_after": after,
        "taken_before_pence": taken_before,
        "taken_after_pence": taken_after,
    }
    if evidence.ended_on is not None and last is not None:
        inputs["paid_until"] = last.isoformat()
    amount = taken_after - taken_before
    return shared_lines(agreement, amount, rule=PAYMENT, reason=PAYMENT, inputs=inputs)


def paid_until(agreement: Agreement, evidence: Evidence) -> date | None:
    """The last day that is paid for: an early end runs on for notice, unless another way follows.

    One that was ended before it began pays nothing.
    """
    last = evidence.ended_on
    if last is None:
        return agreement.ends
    if last >= agreement.starts and not evidence.followed:
        last += timedelta(days=agreement.terms.run_on_days)
    return last if agreement.ends is None else min(last, agreement.ends)


def _elapsed(agreement: Agreement, day: date, last: date | None) -> int:
    """Days of the agreement before a day, never past the last that is paid for."""
    end = day if last is None else min(day, last + ONE_DAY)
    return max(0, (end - agreement.starts).days)


def kept(agreement: Agreement, evidence: Evidence) -> int:
    """The most that may stand there: weeks of budget, before the contribution; at last 0."""
    if evidence.final:
        return 0
    return half_up(pence(agreement.terms.weekly_budget) * agreement.terms.surplus_weeks)


def surplus(agreement: Agreement, evidence: Evidence) -> int:
    """Pence above what may stand there, after commitments; never below 0."""
    balance = evidence.balance_pence or 0
    return max(0, balance - evidence.commitments_pence - kept(agreement, evidence))


def _surplus_line(agreement: Agreement, evidence: Evidence) -> tuple[Line, ...]:
    inputs: dict[str, Input] = {
        "weekly_budget": exact_text(agreement.terms.weekly_budget),
        "surplus_weeks": exact_text(agreement.terms.surplus_weeks),
        "kept_pence": kept(agreement, evidence),
        "balance_pence": evidence.balance_pence,
        "commitments_pence": evidence.commitments_pence,
    }
    back = -surplus(agreement, evidence)
    rule = ENDED if evidence.final else SURPLUS
    return shared_lines(agreement, back, rule=rule, reason=rule, inputs=inputs)
