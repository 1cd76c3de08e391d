"""What `introductory_agency` may read: the minutes that the person bought."""

from collections.abc import Mapping
from dataclasses import dataclass

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.introductory_agency.terms import Agreement
from whatmatters.rules.reading import Table, finish


@dataclass(frozen=True, slots=True)
class Evidence:
    """Whole minutes bought through the platform."""

    minutes: int


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`minutes`. Raises Problems."""
    table = Table(raw, "evidence", [])
    found = Evidence(table.whole("minutes"))
    table.close()
    finish(table.problems)
    return found


def check_evidence(
    _agreement: Agreement, _evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """Nothing beyond what reading found."""
    return ()
