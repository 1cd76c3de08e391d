"""Dated numbers of retention: how long words are kept, by what source."""

from datetime import date

from whatmatters.policy.queries import read_policy
from whatmatters.rules.effective import NothingInForce
from whatmatters.rules.retention import CountedFrom, RetentionKey, RetentionRule


def retention_rules(as_of: date) -> dict[RetentionKey, RetentionRule]:
    """The rule of each key that holds on a day. Raises NothingInForce before the first."""
    found: dict[RetentionKey, RetentionRule] = {}
    for rule in sorted(all_rules(), key=lambda one: one.starts):
        if rule.starts <= as_of:
            found[rule.key] = rule
    missing = sorted(set(RetentionKey) - set(found))
    if missing:
        raise NothingInForce(what=f"retention of {missing[0]}", on=as_of)
    return found


def all_rules() -> tuple[RetentionRule, ...]:
    """Every row of the schedule, as it stands in the file."""
    raw = read_policy("national", "retention")
    return tuple(
        RetentionRule(
            RetentionKey(row["key"]),
            int(row["years"]),
            CountedFrom(row["counted_from"]),
            row["starts"],
            raw["financial_year_begins"],
            str(row["status"]),
            str(row["source"]),
        )
        for row in raw["rules"]
    )
