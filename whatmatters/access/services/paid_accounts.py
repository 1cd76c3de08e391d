"""One person's own account as a body that is paid: nobody works for it."""

from datetime import datetime

from whatmatters.access.models import Organisation
from whatmatters.access.queries.actor import Actor
from whatmatters.access.services.additions import audit_each
from whatmatters.rules.roles import OrganisationKind, Origin


def paid_account(*, by: Actor, at: datetime, number: int, origin: Origin) -> int:
    """The account by its number, made where there is none; its id as an organisation.

    Who may is the caller's to decide. Its name names nobody: bank details do, for those who pay.
    """
    names = {
        "name_en": f"Direct payment account {number}",
        "name_cy": f"Cyfrif taliad uniongyrchol {number}",
    }
    row, new = Organisation.objects.get_or_create(
        council_id=by.council_id,
        kind=OrganisationKind.ACCOUNT,
        **names,
        defaults={"origin": origin},
    )
    if new:
        audit_each(by, at, "added", "organisation", [row.pk])
    return int(row.pk)
