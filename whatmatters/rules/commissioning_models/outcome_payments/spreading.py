"""What of a plan's price was earned by a day, and what of it is held back."""

from datetime import date
from fractions import Fraction

from whatmatters.rules.commissioning import Input, Problems
from whatmatters.rules.commissioning_models.outcome_payments.terms import Agreement, check
from whatmatters.rules.money import half_up, spread
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import ONE_DAY, Period, cut


def plan_end(agreement: Agreement) -> date:
    """The plan's last day + 1. Raises Problems where there is none."""
    if agreement.ends is None:
        raise Problems(check(agreement))
    return agreement.ends + ONE_DAY


def earning_end(agreement: Agreement, earned_until: date | None) -> date:
    """The day from which nothing of the price is earned any more: its end, or its early end."""
    end = plan_end(agreement)
    return end if earned_until is None else min(end, earned_until + ONE_DAY)


def elapsed(agreement: Agreement, day: date, earned_until: date | None) -> int:
    """Days of the plan earned before a day, never past its end or its early end."""
    end = earning_end(agreement, earned_until)
    return max(0, (min(day, end) - agreement.starts).days)


def earned(agreement: Agreement, price: int, day: date, earned_until: date | None) -> int:
    """Pence of the price earned before a day."""
    days = (plan_end(agreement) - agreement.starts).days
    return spread(price, 0, elapsed(agreement, day, earned_until), days)


def parts_of(agreement: Agreement, period: Period, earned_until: date | None) -> tuple[Period, ...]:
    """A period cut where the share held back changes while the price is being earned.

    No other term has a say in an instalment: the price was agreed once for the whole plan.
    """
    if not agreement.later:
        return (period,)
    end, share = earning_end(agreement, earned_until), agreement.terms.retention_share
    days = []
    for starts, terms in agreement.later:
        if terms.retention_share != share and starts < end:
            days.append(starts)
        share = terms.retention_share
    return cut(period, days)


def held_parts(
    agreement: Agreement, price: int, day: date, earned_until: date | None
) -> tuple[tuple[Fraction, int], ...]:
    """The shares held back before a day, each with the pence earned while it held."""
    if day <= agreement.starts:
        return ()
    whole = Period(agreement.starts, day)
    return tuple(
        (
            agreement.terms_on(part.start).retention_share,
            earned(agreement, price, part.end, earned_until)
            - earned(agreement, price, part.start, earned_until),
        )
        for part in parts_of(agreement, whole, earned_until)
    )


def held(agreement: Agreement, price: int, day: date, earned_until: date | None) -> int:
    """Pence held back of all that was earned before a day: cumulative, rounded once."""
    found = held_parts(agreement, price, day, earned_until)
    return half_up(sum((share * pence for share, pence in found), Fraction(0)))


def parts_inputs(parts: tuple[tuple[Fraction, int], ...]) -> list[Input]:
    """Each share with what was earned under it, as figures."""
    return [{"share": exact_text(share), "earned_pence": pence} for share, pence in parts]
