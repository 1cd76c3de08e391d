"""With whom a provider has to do: people whom it supports for a few weeks."""

from datetime import date

from django.db.models import Q, QuerySet

from whatmatters.access.queries import Actor, register_relationship
from whatmatters.episodes.models import Episode
from whatmatters.rules.permissions import Relationship
from whatmatters.rules.working_with import looks_back


def register() -> None:
    """Tell access where a provider's people are found; called once at start-up."""
    register_relationship(Relationship.PROVIDER, supported_by, key="episodes")


def supported_by(actor: Actor, on: date) -> "QuerySet[Episode]":
    """Those under the contracts of the actor's organisation: they run, or ended a while ago."""
    rows: QuerySet[Episode] = Episode.objects.of(actor.council_id)
    mine = rows.filter(contract__provider_id=actor.organisation_id)
    return mine.filter(Q(ends__isnull=True) | Q(ends__gte=on - looks_back(actor.roles)))
