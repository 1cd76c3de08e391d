"""In which period somebody is asked how far she feels in control (R-VG-08)."""

from collections.abc import Iterable
from datetime import date, timedelta

from whatmatters.commissioning.queries.supported import agreed_for
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries.block_support import BEGUN
from whatmatters.outcomes.queries.control import ControlSaid, control_answers
from whatmatters.outcomes.queries.plans import facts
from whatmatters.policy.reviews import control_asked_after_days, control_weeks
from whatmatters.rules.control import Support, period_on
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.periods import ONE_DAY, Period


def supports_of(council_id: int, person_id: int) -> tuple[Support, ...]:
    """All that supports or supported her, in two queries: agreements, and plans that have none
    because a whole patch or a shift is paid. A plan that has one is there twice, which is no more.
    """
    rows = PlanVersion.objects.of(council_id).filter(BEGUN, plan__person_id=person_id)
    agreed = (
        Support(one.starts, one.ended_on, one.provider_id, one.review_weeks)
        for one in agreed_for(council_id, person_id)
    )
    planned = (
        Support(
            one.starts,
            one.ends if one.state is PlanState.SUPERSEDED else one.ended_on,
            one.provider_id,
        )
        for one in facts(rows)
    )
    return (*agreed, *planned)


def control_period(
    supports: Iterable[Support], said: Iterable[ControlSaid], on: date
) -> Period | None:
    """The period that holds a day. One in which an answer was given stands to its end: nobody is
    asked twice in it because something was agreed or dated back meanwhile."""
    found = period_on(supports, on, control_weeks())
    if found is None:
        return None
    standing = (Period(one.starts, one.ends + ONE_DAY) for one in said if one.ends >= on)
    return next((one for one in standing if on in one), found)


def control_asked(council_id: int, person_id: int, on: date) -> Period | None:
    """The period about which her first page asks now; None where it does not.

    Some weeks into it, so that she can tell, and while nobody has answered: three queries, and two
    where it is too early.
    """
    found = period_on(supports_of(council_id, person_id), on, control_weeks())
    if found is None or on < found.start + timedelta(days=control_asked_after_days()):
        return None
    answered = any(one.starts <= on <= one.ends for one in control_answers(council_id, person_id))
    return None if answered else found
