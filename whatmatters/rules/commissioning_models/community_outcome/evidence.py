"""What `community_outcome` may read: how many people, and for how many it happened."""

from collections.abc import Mapping
from dataclasses import dataclass

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.community_outcome.terms import Agreement
from whatmatters.rules.reading import Table, finish


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts of a whole service; nobody in it can be told apart."""

    events: int
    people: int


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`events` and `people`. Raises Problems."""
    table = Table(raw, "evidence", [])
    found = Evidence(table.whole("events"), table.whole("people", least=1))
    if found.events > found.people:
        table.problem("too_large", "events", value=found.events, most=found.people)
    table.close()
    finish(table.problems)
    return found


def check_evidence(
    _agreement: Agreement, _evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """Nothing beyond what reading found."""
    return ()
