"""Charge a person's weeks. A week that was charged is looked at again, and only the difference
becomes a line of its own: nothing is edited, and running again makes nothing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.charging.models import ChargeLine
from whatmatters.charging.queries.statement import posted
from whatmatters.charging.queries.versions import arrangements
from whatmatters.charging.queries.week_facts import recorded
from whatmatters.charging.services.permission import must_charge
from whatmatters.charging.services.refusals import (
    BeforePayments,
    ChargedMeanwhile,
    NoArrangement,
    WeekNotOver,
)
from whatmatters.charging.services.weeks import Reading, Worked, reading, worked
from whatmatters.payments.queries.calendar import first_period
from whatmatters.records.locks import CHARGES, lock_council
from whatmatters.rules.charging.correcting import line_due
from whatmatters.rules.days import london_day
from whatmatters.rules.periods import DAYS_IN_A_WEEK, week_of


@dataclass(frozen=True, slots=True)
class ChargesMade:
    """How many lines were written, and their pence together."""

    lines: int
    pence: int


@transaction.atomic
def charge_weeks(*, by: Actor, at: datetime, person_id: int, through: date) -> ChargesMade:
    """Charge every week from her first arrangement to the one that holds `through`.

    Weeks charged before are put right where something has changed; weeks before the council's
    first payment period are nobody's. Raises Absent, ChargingNotAllowed, NoArrangement,
    NoAssessment, PaidAsBlock, WeekNotOver, BeforePayments, WeekNotPaid, RateNotKnown,
    ChargedMeanwhile; then nothing was written.
    """
    must_charge(by, at, person_id)
    lock_council(by.council_id, CHARGES)
    held = arrangements(by.council_id, person_id)
    last = week_of(through)
    if not held or held[0].starts > last.start:
        raise NoArrangement()
    if london_day(at) < last.end:
        raise WeekNotOver(week=last.start)
    paid = first_period(by.council_id)
    if paid is not None and last.start < paid.start:
        raise BeforePayments(first=paid.start)
    first = held[0].starts if paid is None else max(held[0].starts, paid.start)
    mondays = _mondays(first, last.start)
    told = reading(by.council_id, person_id, recorded(by.council_id, person_id, mondays))
    before = posted(by.council_id, person_id)
    rows = [row for monday in mondays if (row := _row(by, at, told, monday, before)) is not None]
    try:
        with transaction.atomic():
            ChargeLine.objects.bulk_create(rows)
    except IntegrityError as twice:
        raise ChargedMeanwhile() from twice
    audit(
        by=by,
        at=at,
        action="charge_weeks",
        subject="person",
        subject_id=person_id,
        person_id=person_id,
    )
    return ChargesMade(len(rows), sum(row.pence for row in rows))


def _mondays(first: date, last: date) -> list[date]:
    weeks = (last - first).days // DAYS_IN_A_WEEK
    return [first + timedelta(days=DAYS_IN_A_WEEK * n) for n in range(weeks + 1)]


def _row(
    by: Actor, at: datetime, told: Reading, monday: date, before: Mapping[date, list[int]]
) -> ChargeLine | None:
    """The line that a week is due, if any."""
    week: Worked = worked(told, week_of(monday))
    posted_pence = before.get(monday, [])
    due = line_due(posted_pence, week.charge.pence)
    if due is None:
        return None
    inputs = {
        **week.charge.explained(),
        "nation": told.nation,
        "order_unverified": told.order_unverified,
        "posted": sum(posted_pence),
    }
    return ChargeLine(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=told.person_id,
        week_start=monday,
        correction=due.correction,
        kind=due.kind,
        pence=due.pence,
        arrangement_id=week.arrangement_id,
        assessment_id=week.assessment_id,
        inputs=json.dumps(inputs, sort_keys=True, separators=(",", ":")),
    )
