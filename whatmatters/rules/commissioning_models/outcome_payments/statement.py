"""What is due: the instalment of a period, days past the end, and what a judgement brings."""

from collections.abc import Iterator
from datetime import date

from whatmatters.rules.commissioning import (
    Input,
    Line,
    Rules,
    Statement,
    part_inputs,
    shared_lines,
)
from whatmatters.rules.commissioning_models.outcome_payments.dissatisfaction import (
    Dissatisfaction,
    dissatisfaction,
)
from whatmatters.rules.commissioning_models.outcome_payments.evidence import Evidence, Judgement
from whatmatters.rules.commissioning_models.outcome_payments.penalty import (
    Penalty,
    cap_of,
    penalties,
)
from whatmatters.rules.commissioning_models.outcome_payments.price import payable_price, price_of
from whatmatters.rules.commissioning_models.outcome_payments.price_breakdown import PriceBreakdown
from whatmatters.rules.commissioning_models.outcome_payments.spreading import (
    earned,
    elapsed,
    held,
    held_parts,
    parts_inputs,
    parts_of,
    plan_end,
)
from whatmatters.rules.commissioning_models.outcome_payments.terms import (
    Agreement,
    Base,
    Terms,
    terms_judged,
)
from whatmatters.rules.money import spread
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import ONE_DAY, Period

INSTALMENT = "outcome_payments.instalment"
OVERDUE = "outcome_payments.overdue"
RETENTION_RELEASED = "outcome_payments.retention_released"
PENALTY = "outcome_payments.penalty"
DISSATISFACTION = "outcome_payments.dissatisfaction"
SATISFACTION = "satisfaction"  # the subject of its line


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


def _instalment(
    agreement: Agreement, price: PriceBreakdown, period: Period, earned_until: date | None
) -> Iterator[Line]:
    """The instalment of a period, in as many lines as the share held back has parts."""
    days = (plan_end(agreement) - agreement.starts).days
    parts = parts_of(agreement, period, earned_until)
    for part in parts:
        before = earned(agreement, price.pence, part.start, earned_until)
        after = earned(agreement, price.pence, part.end, earned_until)
        inputs: dict[str, Input] = {
            "price_pence": price.pence,
            "plan": price.inputs(),
            "plan_days": days,
            "days_before": elapsed(agreement, part.start, earned_until),
            "days_after": elapsed(agreement, part.end, earned_until),
            "earned_before_pence": before,
            "earned_after_pence": after,
            "instalment_pence": after - before,
        }
        if earned_until is not None:
            inputs["earned_until"] = earned_until.isoformat()
        if len(parts) > 1:
            inputs |= part_inputs(part)
        kept, told = _kept(agreement, price.pence, part, earned_until)
        yield from shared_lines(
            agreement,
            after - before - kept,
            rule=INSTALMENT,
            reason=INSTALMENT,
            inputs={**inputs, **told},
            subject="" if part.start == period.start else part.start.isoformat(),
        )


def _kept(
    agreement: Agreement, price: int, part: Period, earned_until: date | None
) -> tuple[int, dict[str, Input]]:
    """The change in what is held back, and its figures; nothing where nothing was ever held."""
    if not agreement.later and not agreement.terms.retention_share:
        return 0, {}
    before = held(agreement, price, part.start, earned_until)
    after = held(agreement, price, part.end, earned_until)
    share = agreement.terms_on(max(part.start, agreement.starts)).retention_share
    if not share and not before and not after:
        return 0, {}
    told: dict[str, Input] = {
        "retention_share": exact_text(share),
        "held_before_pence": before,
        "held_after_pence": after,
    }
    parts = held_parts(agreement, price, part.end, earned_until)
    if len(parts) > 1:
        told["held_parts"] = parts_inputs(parts)
    return after - before, told


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
    parts = held_parts(agreement, price.pence, end, earned_until)
    inputs: dict[str, Input] = {
        "earned_pence": earned(agreement, price.pence, end, earned_until),
        "retention_share": exact_text(terms_judged(agreement).retention_share),
    }
    if len(parts) > 1:
        inputs["parts"] = parts_inputs(parts)
    return shared_lines(
        agreement,
        held(agreement, price.pence, end, earned_until),
        rule=RETENTION_RELEASED,
        reason=RETENTION_RELEASED,
        inputs=inputs,
    )


def _penalty_lines(
    agreement: Agreement, price: PriceBreakdown, judgement: Judgement, rules: Rules
) -> Iterator[Line]:
    terms = terms_judged(agreement)
    base = price.pence
    if terms.base is Base.PAYABLE:
        payable = frozenset(outcome.id for outcome in judgement.outcomes if outcome.payable)
        base = payable_price(terms, payable).pence
    end = plan_end(agreement)
    found = penalties(judgement, base, end, terms, rules.bank_holidays)
    for penalty in found:
        yield from shared_lines(
            agreement,
            -penalty.pence,
            rule=PENALTY,
            reason=PENALTY,
            inputs=_penalty_inputs(penalty, base, terms, end, judgement),
            subject=penalty.outcome.id,
        )
    unhappy = dissatisfaction(judgement, base, terms, found)
    if unhappy is not None:
        yield from shared_lines(
            agreement,
            -unhappy.pence,
            rule=DISSATISFACTION,
            reason=DISSATISFACTION,
            inputs=_unhappy_inputs(unhappy, base, terms, judgement),
            subject=SATISFACTION,
        )


def _unhappy_inputs(
    unhappy: Dissatisfaction, base: int, terms: Terms, judgement: Judgement
) -> dict[str, Input]:
    return {
        "judged_on": judgement.judged_on.isoformat(),
        "satisfaction": unhappy.answer.value,
        "base": terms.base.value,
        "base_pence": base,
        "dissatisfaction_share": exact_text(unhappy.share),
        "exact_pence": exact_text(unhappy.exact),
        "ceiling": exact_text(terms.ceiling),
        "cap_pence": cap_of(base, terms),
        "capped": unhappy.capped,
    }


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
