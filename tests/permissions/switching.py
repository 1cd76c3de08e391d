"""Beside contracts, for the walk: the register of limits, and a switch that she is told of."""

from datetime import date, timedelta
from typing import Any

from tests.fixtures.case import moment
from tests.fixtures.money import a_contract
from tests.permissions import limits
from whatmatters.rules.switching import Charge
from whatmatters.switching.queries import transitions
from whatmatters.switching.services import PlanGiven, SwitchGiven, open_switch, plan_transition


def switched(place: Any, today: date) -> None:
    """Adds switch_id, and what `limits` adds."""
    limits.written(place.case, place.ids)
    case, day = place.case, today + timedelta(days=28)
    new = a_contract(case, model="bundled_hours")
    given = SwitchGiven(int(place.ids["contract_id"]), new, day, 28)
    place.ids["switch_id"] = one = open_switch(by=case.commissioner, at=moment(today), given=given)
    (held,) = transitions(case.council_id, switch_ids=[one])
    told = PlanGiven(day, Charge.STAYS, contact="Nia Parry", told_on=today)
    who = {"by": case.commissioner, "at": moment(today)}
    plan_transition(transition_id=held.id, given=told, seen=held.number, **who)
