"""A file of the days of bundles: all of it or nothing, and the same file again changes nothing."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.delivery.queries import BundleRow, bundle_facts
from whatmatters.delivery.services import DayGiven, record_bundle_days
from whatmatters.exchange.queries.bundle_rows import read_days
from whatmatters.exchange.queries.problems import Problems
from whatmatters.policy.imports import most_problems
from whatmatters.records.locks import BUNDLE_DAYS, lock_council
from whatmatters.rules.days import london_day


@dataclass(slots=True)
class DaysTaken:
    """What is wrong, every row of it; or how many days are new, put right, and the same."""

    problems: Problems = field(default_factory=lambda: Problems(most_problems()))
    new: int = 0
    corrected: int = 0
    same: int = 0


@transaction.atomic
def take_in_days(
    *, by: Actor, at: datetime, name: str, file: BinaryIO, bundles: dict[int, BundleRow]
) -> DaysTaken:
    """Record what the file says of these bundles, by their ids. Nothing where anything is wrong.

    Raises what recording refuses, such as NotYoursToRecord.
    """
    told = DaysTaken()
    days = read_days(file, name, bundles, london_day(at), told.problems)
    if told.problems.count or not days:
        return told
    lock_council(by.council_id, BUNDLE_DAYS)
    every = [one.date for one in days]
    known = bundle_facts({one.bundle_id for one in days}, min(every), max(every))
    before = {(bundle, on): minutes for bundle, seen in known.items() for on, minutes in seen.days}
    changed: list[DayGiven] = []
    for one in days:
        was = before.get((one.bundle_id, one.date))
        if was == one.minutes:
            told.same += 1
            continue
        told.new += was is None
        told.corrected += was is not None
        changed.append(one)
    if changed:
        record_bundle_days(by=by, at=at, days=changed)
    return told
