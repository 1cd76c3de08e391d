"""What somebody would have been charged if her weeks had cost something else. Nothing is written.

By the same arrangement, means and recorded time: only what her services cost differs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from whatmatters.charging.queries.versions import arrangements
from whatmatters.charging.queries.week_facts import recorded
from whatmatters.charging.services.refusals import NoArrangement
from whatmatters.charging.services.weeks import reading, worked
from whatmatters.rules.charging.cost_values import NOTHING, WeekCost
from whatmatters.rules.periods import week_of

Charged = Callable[[Mapping[date, WeekCost]], int]


def charged_if(council_id: int, person_id: int, mondays: Sequence[date]) -> Charged:
    """A function from costs by Monday to the pence of all these weeks since she was first charged.

    Raises NoArrangement, WeekNotPaid; the function what `worked` raises.
    """
    held = arrangements(council_id, person_id)
    weeks = [monday for monday in mondays if held and held[0].starts <= monday]
    if not weeks:
        raise NoArrangement()
    told = reading(council_id, person_id, recorded(council_id, person_id, weeks))

    def charge(costs: Mapping[date, WeekCost]) -> int:
        known = {monday: costs.get(monday, NOTHING) for monday in weeks}
        now = replace(told, recorded=replace(told.recorded, costs=known))
        return sum(worked(now, week_of(monday)).charge.pence for monday in weeks)

    return charge
