"""What `community_outcome` may read: how many people, and for how many it happened."""

from collections.abc import Mapping
from dataclasses import dataclass

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.community_outcome.terms import Agreement, adds_up
from whatmatters.rules.reading import Table, finish, named_once


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Counts of one agreed group; nobody of it may have been counted."""

    name: str
    events: int
    people: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts of a whole service, and of the groups that were agreed; nobody can be told apart."""

    events: int
    people: int
    groups: tuple[GroupCount, ...] = ()


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`events`, `people`, and `groups` that add up to both. Raises Problems."""
    table = Table(raw, "evidence", [])
    groups = table.tables("groups") if table.has("groups") else ()
    found = Evidence(
        table.whole("events"),
        table.whole("people", least=1),
        tuple(_read_group(one) for one in groups),
    )
    if found.events > found.people:
        table.problem("too_large", "events", value=found.events, most=found.people)
    named_once(zip(groups, (one.name for one in found.groups), strict=True), "name")
    adds_up(table, found.groups, found)
    table.close()
    finish(table.problems)
    return found


def _read_group(table: Table) -> GroupCount:
    found = GroupCount(table.text("name"), table.whole("events"), table.whole("people"))
    if found.events > found.people:
        table.problem("too_large", "events", value=found.events, most=found.people)
    table.close()
    return found


def check_evidence(
    agreement: Agreement, evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """Every agreed group is counted, and no other."""
    agreed = [one.name for one in agreement.terms.groups]
    counted = [one.name for one in evidence.groups]
    missing = [Problem("missing_group", "evidence.groups", {"value": one}) for one in agreed]
    unknown = [Problem("unknown_group", "evidence.groups", {"value": one}) for one in counted]
    return (
        *(one for one in missing if one.params["value"] not in counted),
        *(one for one in unknown if one.params["value"] not in agreed),
    )
