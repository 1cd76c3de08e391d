"""What is due: an equal instalment, and at the year's end the profit above its cap, back."""

from collections.abc import Iterator
from fractions import Fraction

from whatmatters.rules.commissioning import Input, Line, Rules, Statement, shared_lines
from whatmatters.rules.commissioning_models.patch_block.evidence import Evidence
from whatmatters.rules.commissioning_models.patch_block.price import YearPrice, year_price
from whatmatters.rules.commissioning_models.patch_block.terms import Agreement
from whatmatters.rules.instalments import instalment_of, taken_after
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import PERIOD_DAYS

MODEL = "patch_block"
INSTALMENT = "patch_block.instalment"
PROFIT_RETURNED = "patch_block.profit_returned"


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """The instalment asked for, then what the open book gives back."""
    return Statement(MODEL, tuple(_lines(agreement, evidence)))


def instalment_due(price: int, number: int, days: int | None = None) -> int:
    """Pence of an instalment of a year's price; of so many of its 28 days, rounded half up."""
    whole = instalment_of(price, number)
    return whole if days is None else half_up(Fraction(whole * days, PERIOD_DAYS))


def _lines(agreement: Agreement, evidence: Evidence) -> Iterator[Line]:
    price = year_price(agreement.terms)
    if evidence.instalment is not None:
        yield from _instalment(agreement, price, evidence.instalment, evidence.days)
    if evidence.actual_cost is not None:
        earned = price.pence if evidence.earned is None else evidence.earned
        yield from _open_book(agreement, earned, evidence.actual_cost, evidence)


def _instalment(
    agreement: Agreement, price: YearPrice, number: int, days: int | None
) -> tuple[Line, ...]:
    """One of 13, or its share by days where the block ended inside it (rounded half up)."""
    whole, due = instalment_of(price.pence, number), instalment_due(price.pence, number, days)
    inputs: dict[str, Input] = {
        **price.inputs(agreement.terms),
        "instalment": number,
        "taken_after_pence": taken_after(price.pence, number),
        "taken_before_pence": taken_after(price.pence, number - 1),
    }
    if days is not None:
        exact = Fraction(whole * days, PERIOD_DAYS)
        part: dict[str, Input] = {"days": days, "of_days": PERIOD_DAYS, "whole_pence": whole}
        inputs |= {**part, "exact_pence": exact_text(exact)}
    return shared_lines(
        agreement,
        due,
        rule=INSTALMENT,
        reason=INSTALMENT,
        inputs=inputs,
        subject=str(number),
    )


def _open_book(
    agreement: Agreement, earned: int, cost: Fraction, told: Evidence
) -> tuple[Line, ...]:
    """Profit above the cap goes back, by the funders' shares; below it nothing is asked.

    Of a year with several prices: what all of them earned, and what each let be kept.
    """
    profit = earned + told.earned_before - pence(cost)
    kept = agreement.terms.profit_cap * earned + told.kept_before
    above = max(Fraction(0), profit - kept)
    inputs: dict[str, Input] = {
        "price_pence": earned,
        "actual_cost": exact_text(cost),
        "profit_pence": exact_text(profit),
        "profit_cap": exact_text(agreement.terms.profit_cap),
        "kept_pence": exact_text(kept),
        "exact_pence": exact_text(-above),
    }
    if told.earned_before:
        inputs["earned_before_pence"] = told.earned_before
        inputs["kept_before_pence"] = exact_text(told.kept_before)
    return shared_lines(
        agreement, -half_up(above), rule=PROFIT_RETURNED, reason=PROFIT_RETURNED, inputs=inputs
    )
