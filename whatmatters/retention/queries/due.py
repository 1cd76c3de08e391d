"""What a retention rule would blank on a day: for whom, in which tables, how many rows.

Nobody who is in support or under a legal hold is ever in it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from whatmatters.policy.retention import retention_rules
from whatmatters.records.words import KeptAs, held, held_of_nobody
from whatmatters.retention.queries.holds import held_people
from whatmatters.retention.queries.standing import standing
from whatmatters.rules.retention import (
    RetentionKey,
    RetentionRule,
    Supported,
    latest_written,
    may_go_from,
    of_a_case,
)

BY_ROW = {
    RetentionKey.COMPLAINTS: KeptAs.COMPLAINT,
    RetentionKey.FINANCE: KeptAs.FINANCE,
    RetentionKey.CHARGING: KeptAs.CHARGING,
}
# Words about nobody in particular: why data was taken out, who was rung about bank details.
OF_NOBODY = {RetentionKey.TAKING_OUT: KeptAs.TAKING_OUT, RetentionKey.FINANCE: KeptAs.FINANCE}


@dataclass(frozen=True, slots=True)
class Due:
    """One person's words that may go by one rule. `rows`: table -> rows that still hold words.

    `person_id` None: words about nobody in particular, which only grow old.
    `kept_as` and `until` say which words they are: those written before the moment, or all.
    """

    rule: RetentionKey
    person_id: int | None
    kept_as: KeptAs
    until: datetime | None
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The rules of a day, what is due, and whom a hold kept from it."""

    as_of: date
    rules: Mapping[RetentionKey, RetentionRule]
    due: tuple[Due, ...]
    held: tuple[int, ...]


def due(council_id: int, as_of: date) -> Schedule:
    """Everything that may go on a day: a constant number of queries. Raises NothingInForce."""
    rules = retention_rules(as_of)
    found = _due(council_id, as_of, rules, standing(council_id, as_of))
    on_hold = held_people(council_id)
    return Schedule(
        as_of,
        rules,
        tuple(one for one in found if one.person_id not in on_hold),
        tuple(sorted(on_hold & {one.person_id for one in found})),
    )


def _due(
    council_id: int,
    as_of: date,
    rules: Mapping[RetentionKey, RetentionRule],
    people: Mapping[int, Supported],
) -> list[Due]:
    over = {who: how for who, how in people.items() if not how.now}
    by_case: dict[int, RetentionKey] = {}
    for who, how in over.items():
        key, day = of_a_case(how)
        if may_go_from(rules[key], day) <= as_of:
            by_case[who] = key
    rows = held(council_id, KeptAs.CASE, by_case) if by_case else {}
    found = [Due(by_case[who], who, KeptAs.CASE, None, rows[who]) for who in sorted(rows)]
    for key, kept_as in BY_ROW.items():
        found += _by_row(council_id, rules[key], as_of, kept_as, over)
    for key, kept_as in OF_NOBODY.items():
        found += _of_nobody(council_id, rules[key], as_of, kept_as)
    return found


def _of_nobody(council_id: int, rule: RetentionRule, as_of: date, kept_as: KeptAs) -> list[Due]:
    until = _until(rule, as_of)
    rows = held_of_nobody(council_id, kept_as, until)
    return [Due(rule.key, None, kept_as, until, rows)] if rows else []


def _by_row(
    council_id: int, rule: RetentionRule, as_of: date, kept_as: KeptAs, over: Collection[int]
) -> list[Due]:
    until = _until(rule, as_of)
    rows = held(council_id, kept_as, over, until)
    return [Due(rule.key, who, kept_as, until, rows[who]) for who in sorted(rows)]


def _until(rule: RetentionRule, as_of: date) -> datetime:
    last = latest_written(rule, as_of) + timedelta(days=1)
    return datetime.combine(last, time(0), tzinfo=UTC)
