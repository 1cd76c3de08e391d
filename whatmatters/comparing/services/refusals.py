"""Why nothing can be compared."""

from datetime import date

from whatmatters.rules.refusals import Refusal


class NoCalendar(Refusal):
    """The council has no payment periods yet."""

    code = "no_calendar"


class DaysTheWrongWay(Refusal):
    """The last day lies before the first."""

    code = "days_the_wrong_way"


class PeriodNotOver(Refusal):
    """The last period goes on until a day to come: PeriodNotOver(ends=)."""

    code = "period_not_over"

    def __init__(self, *, ends: date) -> None:
        super().__init__(ends=ends)
        self.ends = ends


class TooManyPeriods(Refusal):
    """More periods than are compared at once: TooManyPeriods(periods=, most=)."""

    code = "too_many_periods"

    def __init__(self, *, periods: int, most: int) -> None:
        super().__init__(periods=periods, most=most)
        self.periods, self.most = periods, most


class TooManyPeople(Refusal):
    """More people than a page compares at once: TooManyPeople(people=, most=)."""

    code = "too_many_people"

    def __init__(self, *, people: int, most: int) -> None:
        super().__init__(people=people, most=most)
        self.people, self.most = people, most


class NothingToCompare(Refusal):
    """Nobody chosen had support in these periods."""

    code = "nothing_to_compare"
