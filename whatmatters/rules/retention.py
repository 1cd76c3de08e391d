"""From which day on words may be blanked: pure arithmetic on dated rules."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """Words of one kind are kept so many whole years; `starts` is the first day the rule holds."""

    key: RetentionKey
    years: int
    counted_from: CountedFrom
    starts: date
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
        first = date(day.year, 4, 1)
        day = first if day < first else first.replace(year=day.year + 1)
    return _later(day, rule.years)


def latest_written(rule: RetentionRule, as_of: date) -> date:
    """The last day of writing whose words may go on `as_of`: the inverse of `may_go_from`."""
    if rule.counted_from is CountedFrom.FINANCIAL_YEAR:
        first = date(as_of.year, 4, 1)
        year_began = first if as_of >= first else first.replace(year=as_of.year - 1)
        return _before(_earlier(year_began, rule.years))
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
        return date(day.year + years, 3, 1)


def _earlier(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def _before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
