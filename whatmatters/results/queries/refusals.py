"""What is refused of results, each by its own name."""

from whatmatters.rules.refusals import Refusal


class ResultsNotAllowed(Refusal):
    """None of the actor's roles may do this."""

    code = "not_allowed"


class NothingTold(Refusal):
    """Against this baseline not even the best result there is can be told from chance."""

    code = "nothing_told"


class TooFewExpected(Refusal):
    """Of so few not even the best result there is can be told from chance: (least=, expected=)."""

    code = "too_few_expected"


class StepNeverTold(Refusal):
    """A rate just at this step is told from chance by no number of people: (rate=)."""

    code = "step_never_told"


class StepNotTold(Refusal):
    """More than are expected would have to be counted to tell a rate just at this step from chance:
    StepNotTold(rate=, least=, expected=)."""

    code = "step_not_told"


class NoWholePeriod(Refusal):
    """The last day is before the first measured period is over: NoWholePeriod(last=)."""

    code = "no_whole_period"


class FigureImpossible(Refusal):
    """A figure that cannot be: FigureImpossible(field=)."""

    code = "figure_impossible"


class FundersTwice(Refusal):
    """The two who pay are one body."""

    code = "funders_twice"


class NotMeasured(Refusal):
    """The period is not one that the contract measures, whole: NotMeasured(measured=)."""

    code = "not_measured"


class PeriodNotOver(Refusal):
    """Its last day has not passed: PeriodNotOver(last=)."""

    code = "period_not_over"


class MoreThanCounted(Refusal):
    """It happened to more people than were counted: MoreThanCounted(events=, people=)."""

    code = "more_than_counted"


class CountedAlready(Refusal):
    """It was to be a first count, and there is one: CountedAlready(first=, last=)."""

    code = "counted_already"


class CountChanged(Refusal):
    """Somebody told or put it right since it was looked at."""

    code = "count_changed"


class AgreedAlready(Refusal):
    """This count has its yes."""

    code = "agreed_already"


class OwnCount(Refusal):
    """Nobody agrees to what they counted themselves."""

    code = "own_count"


class ResultsOver(Refusal):
    """They have their last day: ResultsOver(ends=)."""

    code = "results_over"


class OutsideResults(Refusal):
    """The day is not one of the contract's: OutsideResults(on=)."""

    code = "outside_results"
