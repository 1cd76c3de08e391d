"""Pictures that are taken down are removed, not hidden: by whom they show, or with the account."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from whatmatters.access.models import Portrait
from whatmatters.access.queries.actor import Actor
from whatmatters.access.services.audit import audit
from whatmatters.records.standing import across_councils


@transaction.atomic
def take_down_portrait(*, by: Actor, at: datetime) -> bool:
    """Have no picture in this council any more; whether there was one.

    Whoever has no role here that shows pictures may still take an older one down.
    """
    removed, _by_table = Portrait.objects.of(by.council_id).filter(user_id=by.user_id).delete()
    if removed:
        audit(by=by, at=at, action="picture_taken_down", subject="user", subject_id=by.user_id)
    return bool(removed)


def remove_portraits(user_ids: Collection[int]) -> None:
    """A part of closing accounts: nobody can take down what they can no longer reach."""
    with across_councils():
        Portrait.objects.filter(user_id__in=user_ids).delete()
