"""Whether a delivery plan can be kept at all. Raises the first refusal; writes nothing."""

from collections import Counter

from whatmatters.rules.rota.agreed import AgreedLimits, AgreedVisit, QuietTime, windows_on
from whatmatters.rules.rota.agreed_refusals import (
    FollowsWhat,
    GapImpossible,
    LengthImpossible,
    LongIsShorter,
    OnNoDay,
    QuietBackwards,
    QuietTakesAll,
    ToleranceImpossible,
    TooManyAgreed,
    TooManyFollow,
    WindowBackwards,
)
from whatmatters.rules.rota.problem import Harm


def check_agreed(
    visits: tuple[AgreedVisit, ...], quiet: tuple[QuietTime, ...], limits: AgreedLimits
) -> None:
    """Refuse a plan with something in it that no day could keep."""
    if len(visits) > limits.most_visits:
        raise TooManyAgreed(most=limits.most_visits)
    by_number = {visit.number: visit for visit in visits}
    for time in quiet:
        _check_quiet(time)
    for visit in visits:
        _check_visit(visit, limits)
        _check_follows(visit, by_number)
        for weekday in visit.days:
            if len(windows_on(visit, quiet, weekday)) != 1:
                raise QuietTakesAll(what=visit.what)
    # With its first part they hang together as one.
    parts = Counter(visit.follows for visit in visits if visit.follows is not None)
    if any(count >= limits.most_linked for count in parts.values()):
        raise TooManyFollow(field="follows", most=limits.most_linked - 1)


def _check_quiet(time: QuietTime) -> None:
    if not time.days:
        raise OnNoDay(field="days")
    if time.ends <= time.starts:
        raise QuietBackwards(field="ends")


def _check_visit(visit: AgreedVisit, limits: AgreedLimits) -> None:
    if not visit.days:
        raise OnNoDay(field="days")
    if visit.latest < visit.earliest:
        raise WindowBackwards(field="latest")
    if not 1 <= visit.minutes <= limits.longest_visit:
        raise LengthImpossible(field="minutes", longest=limits.longest_visit)
    if visit.long_minutes < visit.minutes:
        raise LongIsShorter(field="long_minutes")
    if visit.long_minutes > limits.longest_visit:
        raise LengthImpossible(field="long_minutes", longest=limits.longest_visit)
    most = limits.most_tolerance if visit.harm is Harm.CRITICAL else 0
    if not 0 <= visit.tolerance <= most:
        raise ToleranceImpossible(field="tolerance", most=limits.most_tolerance)


def _check_follows(visit: AgreedVisit, by_number: dict[int, AgreedVisit]) -> None:
    """A second part stands on the days of its first, and nothing follows in a circle."""
    gap = (visit.least, visit.most)
    if visit.follows is None:
        if gap != (None, None):
            raise FollowsWhat(field="follows")
        return
    first = by_number.get(visit.follows)
    if first is None or first.follows is not None or first.number == visit.number:
        raise FollowsWhat(field="follows")
    if not visit.days <= first.days:
        raise FollowsWhat(field="follows")
    least, most = gap
    if least is None or most is None or not first.minutes <= least <= most:
        raise GapImpossible(field="least")
