"""Who decides for a person: recorded by her social worker, who saw the document, and ended."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor, may
from whatmatters.people.queries import deciders
from whatmatters.people.services import NewDecider, appoint_deciders, stop_decider
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import name
from whatmatters.trust.services.refusals import NotYoursToAppoint


@transaction.atomic
def appoint(*, by: Actor, at: datetime, on: date, decider: NewDecider) -> int:
    """Record an authority whose document was seen: its reference must be named. The id.

    Raises NotYoursToAppoint, WordsMissing, and what `people.services.appoint_deciders` does.
    """
    _must(by, decider.person_id, on)
    name("reference", decider.reference)
    return appoint_deciders(by=by, at=at, deciders=[decider])[0]


@transaction.atomic
def stop_deciding(*, by: Actor, at: datetime, on: date, person_id: int, decider_id: int) -> None:
    """End an authority from this moment. Raises NotYoursToAppoint or Absent."""
    _must(by, person_id, on)
    if decider_id not in {one.id for one in deciders(person_id, on)}:
        raise Absent(what="decider", id=decider_id)
    stop_decider(by=by, at=at, decider_id=decider_id, on=on)


def _must(by: Actor, person_id: int, on: date) -> None:
    if not may(by, Action.RECORD_DECIDER, person_id, on):
        raise NotYoursToAppoint(person_id=person_id)
