"""What `patch_block` may read: which instalment is asked for, and the year's open book."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.patch_block.terms import Agreement
from whatmatters.rules.periods import PERIOD_DAYS, PERIODS_IN_A_YEAR
from whatmatters.rules.reading import Table, finish


@dataclass(frozen=True, slots=True)
class Evidence:
    """An instalment (1 to 13); at the year's end what the patch really cost, in pounds.

    `days` of the instalment's 28 where the block ended inside it. `earned` is what the block earned
    in whole pence, where it was not the whole year's price. `earned_before` and `kept_before` are
    pence that the year's earlier prices earned, and most of it that could be kept as profit: the
    open book is of the whole year.
    """

    instalment: int | None = None
    actual_cost: Fraction | None = None
    days: int | None = None
    earned: int | None = None
    earned_before: int = 0
    kept_before: Fraction = Fraction(0)


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`instalment` (with `days`), `actual_cost` (with pence: `earned`, `earned_before`,
    `kept_before`), or both. Raises Problems."""
    table = Table(raw, "evidence", [])
    instalment = table.whole_or_none("instalment", least=1, most=PERIODS_IN_A_YEAR)
    cost = table.number_or_none("actual_cost")
    days = table.whole_or_none("days", least=1, most=PERIOD_DAYS)
    earned = table.whole_or_none("earned", least=0)
    before = table.whole_or_none("earned_before", least=0)
    kept = table.number_or_none("kept_before")
    if not table.has("instalment") and not table.has("actual_cost"):
        table.problem("missing_key", "instalment")
    table.close()
    finish(table.problems)
    return Evidence(instalment, cost, days, earned, before or 0, kept or Fraction(0))


def check_evidence(
    _agreement: Agreement, _evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """Nothing beyond what reading found."""
    return ()
