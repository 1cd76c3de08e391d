"""Lists and searches name a bounded number of people to one user in a day (threat 15)."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.models import NameShown
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.taken_out import NAMES_STOPPED, done_today
from whatmatters.access.services.audit import audit
from whatmatters.policy.trust import names_a_day
from whatmatters.records.locks import NAMES, lock_council
from whatmatters.rules.permissions import WITHOUT_SECOND_FACTOR


def may_name(*, by: Actor, at: datetime, on: date, person_ids: Collection[int]) -> bool:
    """Count these people as named to the reader today; False, and told once, where it is too many.

    Whom a list named before today costs nothing, so that going back and forth stops nobody. The
    people themselves and their families see only their own and are not counted.
    """
    wanted = set(person_ids)
    if by.roles <= WITHOUT_SECOND_FACTOR or not wanted - _named(by, on):
        return True
    return _counted(by, at, on, wanted)


@transaction.atomic
def _counted(by: Actor, at: datetime, on: date, wanted: set[int]) -> bool:
    """Pages asked for at the same moment wait for each other: the number holds for all."""
    lock_council(by.council_id, NAMES)
    before = _named(by, on)
    fresh = sorted(wanted - before)
    if len(before) + len(fresh) > names_a_day():
        if not done_today(by.council_id, by.user_id, [NAMES_STOPPED], on):
            audit(by=by, at=at, action=NAMES_STOPPED, subject="user", subject_id=by.user_id)
        return False
    if not before:
        NameShown.objects.of(by.council_id).filter(user_id=by.user_id, on__lt=on).delete()
    columns = {"council_id": by.council_id, "user_id": by.user_id, "on": on}
    NameShown.objects.bulk_create([NameShown(person_id=pk, **columns) for pk in fresh])
    return True


def _named(by: Actor, on: date) -> set[int]:
    rows = NameShown.objects.of(by.council_id).filter(user_id=by.user_id, on=on)
    return set(rows.values_list("person_id", flat=True))
