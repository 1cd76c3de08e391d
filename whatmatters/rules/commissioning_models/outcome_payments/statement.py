"""What is due: the instalment of a period, days past the end, and what a judgement brings."""

from collections.abc import Iterator
from datetime import date

from whatmatters.rules.commissioning import Input, Line, Problems, Rules, Statement, shared_lines
from whatmatters.rules.commissioning_models.outcome_payments.evidence import Evidence, Judgement
from whatmatters.rules.commissioning_models.outcome_payments.penalty import (
    Penalty,
    cap_of,
    penalties,
)
from whatmatters.rules.commissioning_models.outcome_payments.price import payable_price, price_of
from whatmatters.rules.commissioning_models.outcome_payments.price_breakdown import PriceBreakdown
from whatmatters.rules.commissioning_models.outcome_payments.terms import (
    Agreement,
    Base,
    Terms,
    check,
)
from whatmatters.rules.money import half_up, spread
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import ONE_DAY, Period

INSTALMENT = "outcome_payments.instalment"
OVERDUE = "outcome_payments.overdue"
RETENTION_RELEASED = "outcome_payments.retention_released"
PENALTY = "outcome_payments.penalty"


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """Lines for the period asked about, then those of the judgement."""
    return Statement("outcome_payments", tuple(_lines(agreement, evidence, rules)))


def _lines(agreement: Agreement, evidence: Evidence, rules: Rules) -> Iterator[Line]:
    price = price_of(agreement.terms)
    if evidence.period is not None:
        yield from _instalment(agreement, price, evidence.period, evidence.earned_until)
        if evidence.overdue_until is not None:
            yield from _overdue(agreement, price, evidence.period, evidence.overdue_until)
    if evidence.judgement is not None:
        yield from _release(agreement, price, evidence.earned_until)
        yield from _penalty_lines(agreement, price, evidence.judgement, rules)


def plan_end(agreement: Agreement) -> date:
    """The plan's last day + 1. Raises Problems where there is none."""
    if agreement.ends is None:
        raise Problems(check(agreement))
    return agreement.ends + ONE_DAY


def _elapsed(agreement: Agreement, day: date, earned_until: date | None) -> int:
    """Days of the plan earned before a day, never past its end or its early end."""
    end = plan_end(agreement)
    if earned_until is not None:
        end = min(end, earned_until + ONE_DAY)
    return max(0, (min(day, end) - agreement.starts).days)


def _instalment(
    agreement: Agreement, price: PriceBreakdown, period: Period, earned_until: date | None
) -> tuple[Line, ...]:
    days = (plan_end(agreement) - agreement.starts).days
    before = _elapsed(agreement, period.start, earned_until)
    after = _elapsed(agreement, period.end, earned_until)
    earned_before = spread(price.pence, 0, before, days)
    earned_after = spread(price.pence, 0, after, days)
    instalment = earned_after - earned_before
    inputs: dict[str, Input] = {
        "price_pence": price.pence,
        "plan": price.inputs(),
        "plan_days": days,
        "days_before": before,
        "days_after": after,
        "earned_before_pence": earned_before,
        "earned_after_pence": earned_after,
        "instalment_pence": instalment,
    }
    if earned_until is not None:
        inputs["earned_until"] = earned_until.isoformat()
    held, held_inputs = _held(agreement.terms, earned_before, earned_after)
    return shared_lines(
        agreement,
        instalment - held,
        rule=INSTALMENT,
        reason=INSTALMENT,
        inputs={**inputs, **held_inputs},
    )


def _held(terms: Terms, earned_before: int, earned_after: int) -> tuple[int, dict[str, Input]]:
    """The change in what is held back, and its figures; nothing where nothing is retained."""
    if not terms.retention_share:
        return 0, {}
    held_before = half_up(terms.retention_share * earned_before)
    held_after = half_up(terms.retention_share * earned_after)
    return held_after - held_before, {
        "retention_share": exact_text(terms.retention_share),
        "held_before_pence": held_before,
        "held_after_pence": held_after,
    }


def _overdue(
    agreement: Agreement, price: PriceBreakdown, period: Period, until: date
) -> tuple[Line, ...]:
    """Days past the plan's end, at the old daily price: the same spread, going on."""
    days = (plan_end(agreement) - agreement.starts).days
    first = max(period.start, plan_end(agreement))
    end = min(period.end, until + ONE_DAY)
    if end <= first:
        return ()
    before, after = (first - agreement.starts).days, (end - agreement.starts).days
    inputs: dict[str, Input] = {
        "price_pence": price.pence,
        "plan_days": days,
        "days_before": before,
        "days_after": after,
        "overdue_days": after - before,
    }
    amount = spread(price.pence, before, after, days)
    return shared_lines(agreement, amount, rule=OVERDUE, reason=OVERDUE, inputs=inputs)


def _release(
    agreement: Agreement, price: PriceBreakdown, earned_until: date | None
) -> tuple[Line, ...]:
    """All that was held back, in one line; penalties follow it."""
    end = plan_end(agreement)
    days = (end - agreement.starts).days
    earned = spread(price.pence, 0, _elapsed(agreement, end, earned_until), days)
    share = agreement.terms.retention_share
    inputs: dict[str, Input] = {"earned_pence": earned, "retention_share": exact_text(share)}
    return shared_lines(
        agreement,
        half_up(share * earned),
        rule=RETENTION_RELEASED,
        reason=RETENTION_RELEASED,
        inputs=inputs,
    )


def _penalty_lines(
    agreement: Agreement, price: PriceBreakdown, judgement: Judgement, rules: Rules
) -> Iterator[Line]:
    terms = agreement.terms
    base = price.pence
    if terms.base is Base.PAYABLE:
        payable = frozenset(outcome.id for outcome in judgement.outcomes if outcome.payable)
        base = payable_price(terms, payable).pence
    end = plan_end(agreement)
    for penalty in penalties(judgement, base, end, terms, rules.bank_holidays):
        yield from shared_lines(
            agreement,
            -penalty.pence,
            rule=PENALTY,
            reason=PENALTY,
            inputs=_penalty_inputs(penalty, base, terms, end, judgement),
            subject=penalty.outcome.id,
        )


def _penalty_inputs(
    penalty: Penalty, base: int, terms: Terms, end: date, judgement: Judgement
) -> dict[str, Input]:
    outcome, delay = penalty.outcome, penalty.delay
    return {
        "outcome": outcome.id,
        "judged_on": judgement.judged_on.isoformat(),
        "cause": "" if outcome.cause is None else outcome.cause.value,
        "base": terms.base.value,
        "base_pence": base,
        "weight": exact_text(penalty.weight),
        "achieved": exact_text(outcome.achieved or 0),
        "ceiling": exact_text(terms.ceiling),
        "floor": exact_text(terms.floor),
        "off_track_on": _iso(outcome.off_track_on),
        "exception_on": _iso(outcome.exception_on),
        "plan_end": end.isoformat(),
        "days_waited": delay.days_waited,
        "days_to_the_end": delay.days_to_the_end,
        "working_days": delay.working_days,
        "grace_working_days": terms.grace_working_days,
        "delay": exact_text(delay.share),
        "delay_why": delay.why.value,
        "rate": exact_text(penalty.rate),
        "exact_pence": exact_text(penalty.exact),
        "cap_pence": cap_of(base, terms),
        "capped": penalty.capped,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
