"""What is due: an instalment into the account, and at the year's end what may not stay in it."""

from collections.abc import Iterator

from whatmatters.rules.commissioning import Input, Line, Rules, Statement, shared_lines
from whatmatters.rules.commissioning_models.individual_service_fund.evidence import (
    Evidence,
    available,
    fee,
)
from whatmatters.rules.commissioning_models.individual_service_fund.terms import Agreement
from whatmatters.rules.instalments import instalment_of, taken_after
from whatmatters.rules.money_text import exact_text

MODEL = "individual_service_fund"
INSTALMENT = "individual_service_fund.instalment"
RETURNED = "individual_service_fund.returned"
ENDED = "individual_service_fund.ended"
BALANCE = "balance_pence"


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """Lines, and what is left in the account. Spends make no line: they are the person's own."""
    lines = tuple(_lines(agreement, evidence))
    return Statement(MODEL, lines, _carried(agreement, evidence))


def _lines(agreement: Agreement, evidence: Evidence) -> Iterator[Line]:
    if evidence.instalment is not None:
        yield from _instalment(agreement, evidence, evidence.instalment)
    if evidence.year_end_balance_pence is not None:
        yield from _year_end(agreement, evidence.year_end_balance_pence)
    if evidence.ended_balance_pence is not None:
        yield from _ended(agreement, evidence.ended_balance_pence)


def _carried(agreement: Agreement, evidence: Evidence) -> dict[str, int]:
    """What is left, in pence: at the year's end what may stay; else what was not spent."""
    if evidence.year_end_balance_pence is not None:
        most = agreement.terms.carry_over_pence
        return {BALANCE: min(evidence.year_end_balance_pence, most)}
    if evidence.ended_balance_pence is not None:
        return {BALANCE: min(evidence.ended_balance_pence, 0)}
    if not evidence.moves:
        return {}
    spent = sum(spend.pence for spend in evidence.spends)
    return {BALANCE: available(agreement.terms, evidence) - spent}


def _instalment(agreement: Agreement, evidence: Evidence, number: int) -> tuple[Line, ...]:
    budget = agreement.terms.budget_pence
    inputs: dict[str, Input] = {
        "annual_budget": exact_text(agreement.terms.annual_budget),
        "budget_pence": budget,
        "instalment": number,
        "taken_after_pence": taken_after(budget, number),
        "taken_before_pence": taken_after(budget, number - 1),
        "management_fee": exact_text(agreement.terms.management_fee),
        "fee_pence": fee(agreement.terms, evidence),
    }
    return shared_lines(
        agreement,
        instalment_of(budget, number),
        rule=INSTALMENT,
        reason=INSTALMENT,
        inputs=inputs,
        subject=str(number),
    )


def _year_end(agreement: Agreement, balance: int) -> tuple[Line, ...]:
    most = agreement.terms.carry_over_pence
    inputs: dict[str, Input] = {
        "annual_budget": exact_text(agreement.terms.annual_budget),
        "carry_over_weeks": exact_text(agreement.terms.carry_over_weeks),
        "carry_over_pence": most,
        "balance_pence": balance,
    }
    back = -max(0, balance - most)
    return shared_lines(agreement, back, rule=RETURNED, reason=RETURNED, inputs=inputs)


def _ended(agreement: Agreement, balance: int) -> tuple[Line, ...]:
    inputs: dict[str, Input] = {
        "annual_budget": exact_text(agreement.terms.annual_budget),
        "balance_pence": balance,
    }
    return shared_lines(agreement, -max(0, balance), rule=RETURNED, reason=ENDED, inputs=inputs)
