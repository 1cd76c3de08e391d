"""Who may confirm that somebody who lost her account is herself: whoever knows her.

A colleague who answers for the people of the same body, or a social worker of the person or of her
family.
"""

from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import Q

from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.charge import charge_of, memberships_in
from whatmatters.rules.accounts import CONFIRMS_COLLEAGUES
from whatmatters.rules.roles import Role

Workers = Callable[[int, Iterable[int], date], dict[int, frozenset[int]]]
_sources: list[Workers] = []


def register_workers(source: Workers) -> None:
    """Say who works with the people that users are, or are family of.

    `source(council_id, user_ids, on)` gives the workers' user ids by user id.
    """
    _sources.append(source)


def may_vouch(by: Actor, user_ids: Iterable[int], on: date) -> frozenset[int]:
    """Those of the users for whom the actor may speak: colleagues, and people worked with.

    Constant in queries. Never oneself.
    """
    wanted = set(user_ids) - {by.user_id}
    found = _colleagues(by, wanted, on) if by.roles & CONFIRMS_COLLEAGUES else set()
    for source in _sources if Role.SOCIAL_WORKER in by.roles else ():
        workers = source(by.council_id, wanted, on)
        found |= {user for user, who in workers.items() if by.user_id in who}
    return frozenset(found)


def _colleagues(by: Actor, user_ids: set[int], on: date) -> set[int]:
    """Whoever holds a role in the same body, with an administrator also those of no body."""
    charge = charge_of(by)
    if charge is None:
        return set()
    now = Q(ends__isnull=True) | Q(ends__gte=on)
    rows = memberships_in(charge).filter(now, user_id__in=user_ids)
    if Role.ADMINISTRATOR not in by.roles:
        rows = rows.filter(organisation_id=charge.organisation_id)
    return set(rows.values_list("user_id", flat=True))
