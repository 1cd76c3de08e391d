"""What a body is called, as its own administrator says."""

from datetime import datetime

from django.db import IntegrityError, transaction

from whatmatters.access.models import Organisation
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.charge import charge_of
from whatmatters.access.queries.refusals import NameTaken, NotLookedAfter
from whatmatters.access.services.additions import audit_each
from whatmatters.access.services.gate import must_manage_users


@transaction.atomic
def rename_organisation(*, by: Actor, at: datetime, name_en: str, name_cy: str) -> None:
    """Call the administrator's own body otherwise, in both languages.

    Raises NotAllowed, NotLookedAfter (no body of the own), NameTaken.
    """
    must_manage_users(by)
    charge = charge_of(by)
    if charge is None:
        raise NotLookedAfter()
    row = Organisation.objects.of(by.council_id).select_for_update().get(pk=charge.organisation_id)
    row.name_en, row.name_cy = name_en, name_cy
    try:
        with transaction.atomic():
            row.save(update_fields=["name_en", "name_cy"])
    except IntegrityError:
        raise NameTaken(name=name_en) from None
    audit_each(by, at, "renamed", "organisation", [row.pk])
