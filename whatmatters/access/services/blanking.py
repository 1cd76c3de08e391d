"""Accounts of people and families whose record's time is over: closed, without a name."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from whatmatters.access.models import Membership, User
from whatmatters.access.queries.actor import Actor
from whatmatters.access.services.additions import audit_each
from whatmatters.access.services.sessions import end_all_sessions
from whatmatters.access.services.taking_down import remove_portraits
from whatmatters.records.standing import across_councils
from whatmatters.records.words import BLANK
from whatmatters.rules.roles import Role

OWN_AFFAIR = (Role.PERSON, Role.FAMILY)


@transaction.atomic
def blank_accounts(*, by: Actor, at: datetime, user_ids: Collection[int]) -> None:
    """Close these accounts and blank what they are called; ids stay, so that evidence does.

    Left alone: whoever holds or held another role, or a role in another council. A part of the
    verb that blanks a record, which decides who may.
    """
    elsewhere = Membership.objects.filter(user_id__in=set(user_ids)).exclude(
        council_id=by.council_id, role__in=OWN_AFFAIR
    )
    with across_councils():
        alone = set(user_ids) - set(elsewhere.values_list("user_id", flat=True))
    rows = User.objects.filter(pk__in=alone).exclude(display_name=BLANK)
    ids = sorted(rows.values_list("pk", flat=True))
    if not ids:
        return
    User.objects.filter(pk__in=ids).update(
        display_name=BLANK,
        first_name="",
        last_name="",
        email="",
        username=Concat(Value("blanked-"), Cast(F("pk"), CharField())),
        is_active=False,
    )
    remove_portraits(ids)
    end_all_sessions(ids)
    audit_each(by, at, "blanked", "user", ids)
