"""From which day on words may be blanked: pure arithmetic on dated rules."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whatmatters.rules.periods import ONE_DAY


class CountedFrom(StrEnum):
    """Which day the years of a rule are counted from."""

    END_OF_CARE = "end_of_care"
    LAST_CONTACT = "last_contact"
    WRITTEN = "written"
    FINANCIAL_YEAR = "financial_year"


class RetentionKey(StrEnum):
    """What a rule is about."""

    CASE_RECORD = "case_record"
    NO_SERVICE = "no_service"
    COMPLAINTS = "complaints"
    FINANCE = "finance"
    CHARGING = "charging"
    TAKING_OUT = "taking_out"


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """Words of one kind are kept so many whole years; `starts` is the first day the rule holds.

    `year_begins` is the first day of some financial year: its month and day are used.
    """

    key: RetentionKey
    years: int
    counted_from: CountedFrom
    starts: date
    year_begins: date
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Supported:
    """How somebody stands: in support now, or until which day, if ever; when last written about."""

    now: bool
    until: date | None
    last_seen: date


def may_go_from(rule: RetentionRule, day: date) -> date:
    """The first day on which words counted from `day` may be blanked: `years` later, whole.

    Of the 29th of February the anniversary is the 1st of March. Financial years end on 31 March.
    """
    if rule.counted_from is CountedFrom.FINANCIAL_YEAR:
        first = rule.year_begins.replace(year=day.year)
        day = first if day < first else first.replace(year=day.year + 1)
    return _later(day, rule.years)


def latest_written(rule: RetentionRule, as_of: date) -> date:
    """The last day of writing whose words may go on `as_of`: the inverse of `may_go_from`."""
    if rule.counted_from is CountedFrom.FINANCIAL_YEAR:
        first = rule.year_begins.replace(year=as_of.year)
        year_began = first if as_of >= first else first.replace(year=as_of.year - 1)
        return _earlier(year_began, rule.years) - ONE_DAY
    return _earlier(as_of, rule.years)


def of_a_case(how: Supported) -> tuple[RetentionKey, date]:
    """Which rule a person's record falls under, and the day its years are counted from."""
    if how.until is None:
        return RetentionKey.NO_SERVICE, how.last_seen
    return RetentionKey.CASE_RECORD, max(how.until, how.last_seen)


def _later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return (day + ONE_DAY).replace(year=day.year + years)


def _earlier(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return (day - ONE_DAY).replace(year=day.year - years)
