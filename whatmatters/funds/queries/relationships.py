"""With whom a provider has to do: people whose fund it holds."""

from datetime import date

from django.db.models import Q, QuerySet

from whatmatters.access.queries import Actor, register_relationship
from whatmatters.funds.models import Fund
from whatmatters.rules.blocks.year import YEAR
from whatmatters.rules.permissions import Relationship
from whatmatters.rules.roles import Role
from whatmatters.rules.working_with import looks_back


def register() -> None:
    """Tell access where a provider's people are found; called once at start-up."""
    register_relationship(Relationship.PROVIDER, with_funds, key="funds")


def with_funds(actor: Actor, on: date) -> "QuerySet[Fund]":
    """Funds of the actor's organisation that run, wait to be closed, or ended a while ago."""
    rows: QuerySet[Fund] = Fund.objects.of(actor.council_id)
    mine = rows.filter(contract__provider_id=actor.organisation_id)
    looked_back = on - looks_back(actor.roles)
    lately = Q(ends__isnull=True, starts__gt=looked_back - YEAR) | Q(ends__gte=looked_back)
    if Role.PROVIDER_MANAGER in actor.roles:
        return mine.filter(lately | Q(closing__isnull=True))
    return mine.filter(lately)
