"""What one more hour of need does: nothing while it fits into a shift that is paid anyway."""

from collections.abc import Mapping
from dataclasses import replace

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.shift_split.evidence import Evidence, Shift
from whatmatters.rules.commissioning_models.shift_split.statement import MODEL, assess
from whatmatters.rules.commissioning_models.shift_split.terms import Agreement
from whatmatters.rules.incentives import Change
from whatmatters.rules.minutes import MINUTES_IN_AN_HOUR


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """A shift with an hour free, and the same one with the hour used; then a shift an hour longer.

    The second figure is what a longer shift brings, once both funders have agreed to roster it.
    """
    free = _shift(agreement)
    used = replace(free, social=free.social + MINUTES_IN_AN_HOUR)
    longer = replace(free, paid=free.paid + MINUTES_IN_AN_HOUR)
    before = _total(agreement, free, rules)
    income = _total(agreement, used, rules) - before
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, _total(agreement, longer, rules) - before, surplus)


def income_changes(agreement: Agreement, rules: Rules, /) -> Mapping[Change, int]:
    """Half of a shift's hours used, and an hour more or fewer: being there is what is paid."""
    hour = MINUTES_IN_AN_HOUR
    used = 2 * hour
    half = replace(_shift(agreement), paid=2 * used, social=used)
    before = _total(agreement, half, rules)
    more = _total(agreement, replace(half, social=half.social + hour), rules) - before
    less = _total(agreement, replace(half, social=half.social - hour), rules) - before
    return {Change.MORE: more, Change.LESS: less, Change.FASTER: less, Change.HARDER: more}


def _shift(agreement: Agreement) -> Shift:
    """Two hours of the first tier, half of them with somebody: the rest is downtime."""
    tier = next(iter(agreement.terms.tiers))
    hour = MINUTES_IN_AN_HOUR
    return Shift("", agreement.starts, tier, 2 * hour, hour, 0, 0)


def _total(agreement: Agreement, shift: Shift, rules: Rules) -> int:
    return assess(agreement, Evidence((shift,)), rules).total
