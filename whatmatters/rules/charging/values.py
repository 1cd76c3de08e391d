"""Values of charging: a rate as we know it, a step of a sum, and a limit of a charge."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.money_text import exact_text

SEEN = "seen"


class LimitKind(StrEnum):
    """What a week's charge is held to, in the order in which a tie is told."""

    BASE = "base"
    AFFORDABLE = "affordable"
    NATIONAL_CAP = "national_cap"
    LOCAL_CAP = "local_cap"
    GUARANTEE = "guarantee"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Rate:
    """A dated figure: pounds a week, pounds, or a share. Verified only where it was read."""

    key: str
    value: Decimal
    status: str
    source: str

    @property
    def verified(self) -> bool:
        """Whether somebody read it in the source that is named."""
        return self.status == SEEN


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a sum: its rule, what it was worked from, and exact pence (None: no limit).

    `inputs` are codes and figures as text; money among them is in pounds.
    """

    rule: str
    inputs: Mapping[str, str]
    pence: Fraction | None

    def stored(self) -> dict[str, object]:
        """Plain values for a line of the statement."""
        result = None if self.pence is None else exact_text(self.pence)
        return {"rule": self.rule, "inputs": dict(self.inputs), "pence": result}


@dataclass(frozen=True, slots=True)
class Limit:
    """One thing that the charge may not be above, in exact pence, and how it came about."""

    kind: LimitKind
    pence: Fraction
    steps: tuple[Step, ...]
