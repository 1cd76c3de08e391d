"""On which days banks work a file, for the money to be there on the day that was asked."""

from datetime import date, timedelta

from whatmatters.payments.queries.file_refusals import ArrivesTooSoon, NotAWorkingDay
from whatmatters.policy.queries import bank_holidays
from whatmatters.rules.payment_files import FileFormat
from whatmatters.rules.working_days import BeyondHolidayTable

DAY = timedelta(days=1)


def day_worked(form: FileFormat, today: date, arrives: date) -> date:
    """The day on which Bacs works the file: the working day before the money arrives.

    What goes to Bacs itself is sent a day before that. Raises NotAWorkingDay, ArrivesTooSoon.
    """
    holidays = bank_holidays()
    days_ahead = 2 if form is FileFormat.STANDARD_18 else 0
    earliest = today
    while not holidays.is_working(earliest):  # it is sent on a working day, then two are counted
        earliest += DAY
    while days_ahead or not holidays.is_working(earliest):
        earliest += DAY
        days_ahead -= bool(days_ahead) and holidays.is_working(earliest)
    if not holidays.covers_from <= arrives <= holidays.covers_until:
        raise BeyondHolidayTable(day=arrives, until=holidays.covers_until)
    if not holidays.is_working(arrives):
        raise NotAWorkingDay(day=arrives)
    if arrives < earliest:
        raise ArrivesTooSoon(earliest=earliest)
    worked = arrives - DAY
    while not holidays.is_working(worked):
        worked -= DAY
    return worked
