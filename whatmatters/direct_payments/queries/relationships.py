"""With whom a provider has to do: people whose direct payment it manages."""

from datetime import date

from django.db.models import F, Q, QuerySet

from whatmatters.access.queries import Actor, register_relationship
from whatmatters.direct_payments.models import DirectPayment
from whatmatters.rules.permissions import Relationship
from whatmatters.rules.working_with import looks_back


def register() -> None:
    """Tell access where a provider's people are found; called once at start-up."""
    register_relationship(Relationship.PROVIDER, managed_for, key="direct_payments")


def managed_for(actor: Actor, on: date) -> "QuerySet[DirectPayment]":
    """Those that the actor's organisation manages: they run, or ended a while ago."""
    rows: QuerySet[DirectPayment] = DirectPayment.objects.of(actor.council_id)
    mine = rows.filter(account_id=actor.organisation_id, contract__provider_id=F("account_id"))
    return mine.filter(Q(ends__isnull=True) | Q(ends__gte=on - looks_back(actor.roles)))
