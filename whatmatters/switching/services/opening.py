"""A switch is opened: between two contracts, and everybody who is paid for under the first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.commissioning.queries import ContractFacts, contract
from whatmatters.people.queries import lives, people_of
from whatmatters.records.locks import SWITCHES, lock_council
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.switching import (
    LONGEST_NOTICE,
    Charge,
    WayFrom,
    WayTo,
)
from whatmatters.switching.models import Switch, Transition, TransitionVersion
from whatmatters.switching.queries import cohort, transitions
from whatmatters.switching.queries.refusals import (
    HoursWrong,
    MovesBeforeSwitch,
    NobodyThere,
    NotAsACohort,
    SameContract,
    SwitchNotAllowed,
)


@dataclass(frozen=True, slots=True)
class SwitchGiven:
    """From which contract to which; where (None: all patches); the first day; days of notice."""

    old_id: int
    new_id: int
    day: date
    notice_days: int
    patch_id: int | None = None


@transaction.atomic
def open_switch(*, by: Actor, at: datetime, given: SwitchGiven) -> int:
    """Open a switch with a plan in draft for each person of the cohort; its id.

    The cohort: who is paid for under the old contract on the day before, is alive, and is to be
    moved in no other switch. Raises SwitchNotAllowed, Absent, SameContract, NotAsACohort,
    HoursWrong, MovesBeforeSwitch (the new contract has not begun), NobodyThere.
    """
    must_be_allowed(by)
    lock_council(by.council_id, SWITCHES)
    old = _checked(by, given)
    if not 0 <= given.notice_days <= LONGEST_NOTICE:
        raise HoursWrong(field="notice_days")
    people = _people(by, given, old)
    if not people:
        raise NobodyThere(field="old")
    stamp = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    made = Switch.objects.create(
        old_id=given.old_id,
        new_id=given.new_id,
        patch_id=given.patch_id,
        day=given.day,
        notice_days=given.notice_days,
        **stamp,
    )
    _draft(made, people, stamp)
    audit(by=by, at=at, action="switch.opened", subject="switch", subject_id=made.pk)
    events = [Audited("transition.begun", "switch", made.pk, one, "") for one in people]
    audit_many(by=by, at=at, events=events)
    return int(made.pk)


def must_be_allowed(by: Actor) -> None:
    """Raises SwitchNotAllowed unless the actor decides which contract pays."""
    if not may_in_council(by, Action.CHANGE_CONTRACTS):
        raise SwitchNotAllowed(action=str(Action.CHANGE_CONTRACTS))


def _checked(by: Actor, given: SwitchGiven) -> ContractFacts:
    found = {
        field: contract(by.council_id, one)
        for field, one in (("old", given.old_id), ("new", given.new_id))
    }
    for field, one in found.items():
        if one is None:
            raise Absent(what="contract", id=0, field=field)
    if given.old_id == given.new_id:
        raise SameContract(field="new")
    old, new = found["old"], found["new"]
    assert old is not None
    assert new is not None
    if old.model not in set(WayFrom):
        raise NotAsACohort(way=old.model, field="old")
    if new.model not in set(WayTo):
        raise NotAsACohort(way=new.model, field="new")
    if given.day < new.starts:
        raise MovesBeforeSwitch(day=new.starts, field="day")
    return old


def _people(by: Actor, given: SwitchGiven, old: ContractFacts) -> list[int]:
    among = None
    if given.patch_id is not None:
        among = frozenset(p.id for p in people_of(by.council_id, patch_id=given.patch_id))
    found = cohort(by.council_id, old, among, given.day - ONE_DAY)
    alive = {one for one, died in lives(by.council_id, found).items() if died is None}
    taken = {one.person_id for one in transitions(by.council_id, person_ids=found) if one.open}
    return sorted(alive - taken)


def _draft(made: Switch, people: Iterable[int], stamp: dict[str, object]) -> None:
    rows = Transition.objects.bulk_create(
        [Transition(switch=made, person_id=one, **stamp) for one in people]
    )
    TransitionVersion.objects.bulk_create(
        [
            TransitionVersion(
                transition=row,
                number=1,
                moves_on=made.day,
                charge=Charge.NOT_KNOWN,
                staying=False,
                **stamp,
            )
            for row in rows
        ]
    )
