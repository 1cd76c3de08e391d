"""One person's own account as a body that is paid, or a worker's: nobody works for it."""

from datetime import datetime

from whatmatters.access.models import Organisation
from whatmatters.access.queries.actor import Actor
from whatmatters.access.services.additions import audit_each
from whatmatters.rules.roles import OrganisationKind, Origin


def paid_account(*, by: Actor, at: datetime, number: int, origin: Origin) -> int:
    """The account by its number, made where there is none; its id as an organisation.

    Who may is the caller's to decide. Its name names nobody: bank details do, for those who pay.
    """
    names = (f"Direct payment account {number}", f"Cyfrif taliad uniongyrchol {number}")
    return _account(by, at, names, origin)


def worker_account(*, by: Actor, at: datetime, number: str, origin: Origin) -> int:
    """The same of a worker whom somebody pays herself."""
    names = (f"Account of a person’s own worker {number}", f"Cyfrif gweithiwr person {number}")
    return _account(by, at, names, origin)


def _account(by: Actor, at: datetime, names: tuple[str, str], origin: Origin) -> int:
    row, new = Organisation.objects.get_or_create(
        council_id=by.council_id,
        kind=OrganisationKind.ACCOUNT,
        name_en=names[0],
        name_cy=names[1],
        defaults={"origin": origin},
    )
    if new:
        audit_each(by, at, "added", "organisation", [row.pk])
    return int(row.pk)
