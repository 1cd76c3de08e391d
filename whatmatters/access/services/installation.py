"""Marking a database as a demonstration or as live."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.models import Installation
from whatmatters.rules.roles import InstallationKind


@transaction.atomic
def mark_installation(*, kind: InstallationKind, at: datetime, as_of: date | None = None) -> None:
    """Mark this database. Belongs to no council, so it has no audit row but its own `at`."""
    values = {"kind": kind, "as_of": as_of, "at": at}
    Installation.objects.update_or_create(pk=1, defaults=values)
