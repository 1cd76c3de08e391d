"""What `patch_block` may read: which instalment is asked for, and the year's open book."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.patch_block.terms import Agreement
from whatmatters.rules.periods import PERIODS_IN_A_YEAR
from whatmatters.rules.reading import Table, finish


@dataclass(frozen=True, slots=True)
class Evidence:
    """An instalment (1 to 13); at the year's end what the patch really cost, in pounds."""

    instalment: int | None = None
    actual_cost: Fraction | None = None


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`instalment`, `actual_cost`, or both. Raises Problems."""
    table = Table(raw, "evidence", [])
    instalment = table.whole_or_none("instalment", least=1, most=PERIODS_IN_A_YEAR)
    cost = table.number_or_none("actual_cost")
    if not table.has("instalment") and not table.has("actual_cost"):
        table.problem("missing_key", "instalment")
    table.close()
    finish(table.problems)
    return Evidence(instalment, cost)


def check_evidence(
    _agreement: Agreement, _evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """Nothing beyond what reading found."""
    return ()
