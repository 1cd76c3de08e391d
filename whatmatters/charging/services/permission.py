"""Whether somebody may charge a person."""

from datetime import datetime

from whatmatters.access.queries import Actor, may
from whatmatters.charging.services.refusals import ChargingNotAllowed
from whatmatters.people.queries import person
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


def must_charge(by: Actor, at: datetime, person_id: int) -> None:
    """Raises Absent for somebody who is not of this council, ChargingNotAllowed for a reader."""
    if person(person_id, council_id=by.council_id) is None:
        raise Absent(what="person", id=person_id)
    if not may(by, Action.CHARGE_PERSON, person_id, london_day(at)):
        raise ChargingNotAllowed()
