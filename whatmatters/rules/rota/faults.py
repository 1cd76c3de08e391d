"""What keeps a problem or a plan from being read: all of it at once, each with its record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from whatmatters.rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right. `where` names the record ("visits.v17.latest"), `code` the words."""

    code: str
    where: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


class BadInput(Refusal):
    """Nothing was planned: BadInput(faults)."""

    code = "bad_input"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults="; ".join(f"{f.where}: {f.code}" for f in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one problem may hold; from `policy.rota`."""

    most_visits: int
    most_shifts: int
    most_linked: int
    longest_minutes: float


def refuse_any(faults: tuple[Fault, ...]) -> None:
    """BadInput where there is a fault."""
    if faults:
        raise BadInput(faults)
