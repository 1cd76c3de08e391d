"""Which users somebody works with, as the people they are or whose family they are."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from whatmatters.people.models import Assignment, Decider, PersonLink


def workers_of_users(
    council_id: int, user_ids: Iterable[int], on: date
) -> dict[int, frozenset[int]]:
    """User ids of those who work now with the person, or with whom the user is let in by or
    decides for; by user id. Three queries.
    """
    now = Q(starts__lte=on) & (Q(ends__isnull=True) | Q(ends__gte=on))
    wanted = list(user_ids)
    pairs = [
        pair
        for table in (PersonLink, Decider)
        for pair in table.objects.of(council_id)
        .filter(now, user_id__in=wanted)
        .values_list("user_id", "person_id")
    ]
    people = {person for _, person in pairs}
    rows = Assignment.objects.of(council_id).filter(now, person_id__in=people)
    workers: dict[int, set[int]] = {}
    for person, worker in rows.values_list("person_id", "user_id"):
        workers.setdefault(person, set()).add(worker)
    found: dict[int, frozenset[int]] = {}
    for user, person in pairs:
        found[user] = found.get(user, frozenset()) | frozenset(workers.get(person, ()))
    return found
