"""What of `access` may be taken out for a person: who looked at her record, and what changed."""

from whatmatters.access.models import AuditEvent, NameShown
from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action

HOLDINGS = (
    Holding(AuditEvent, ("person_id",), Action.SEE_LOOKS),
    Holding(
        NameShown,
        ("person_id",),
        why_not="Which names a list showed today, for its limit; thrown away after the day.",
    ),
)
