"""With whom a provider has to do: people whose legacy package or bundle it delivers."""

from datetime import date

from django.db.models import Q, QuerySet

from whatmatters.access.queries import Actor, register_relationship
from whatmatters.delivery.models import Bundle, LegacyPackage
from whatmatters.rules.permissions import Relationship
from whatmatters.rules.working_with import looks_back


def register() -> None:
    """Tell access where a provider's people are found; called once at start-up."""
    register_relationship(Relationship.PROVIDER, with_packages, key="packages")
    register_relationship(Relationship.PROVIDER, with_bundles, key="bundles")


def with_packages(actor: Actor, on: date) -> "QuerySet[LegacyPackage]":
    """Packages of the actor's organisation that run, or ended a short while ago."""
    rows: QuerySet[LegacyPackage] = LegacyPackage.objects.of(actor.council_id)
    mine = rows.filter(contract__provider_id=actor.organisation_id)
    return mine.filter(Q(ends__isnull=True) | Q(ends__gte=on - looks_back(actor.roles)))


def with_bundles(actor: Actor, on: date) -> "QuerySet[Bundle]":
    """Bundles of the actor's organisation that run, or ended a short while ago."""
    rows: QuerySet[Bundle] = Bundle.objects.of(actor.council_id)
    mine = rows.filter(contract__provider_id=actor.organisation_id)
    return mine.filter(Q(ends__isnull=True) | Q(ends__gte=on - looks_back(actor.roles)))
