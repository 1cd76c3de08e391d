"""What is shared with whom, as relationships that `access` asks for: rows in SQL."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from django.db.models import Q, QuerySet

from whatmatters.access.queries import Actor, register_openings, register_relationship
from whatmatters.people.queries.relationships import let_in_by
from whatmatters.rules.permission_sets import SHARES
from whatmatters.rules.sharing import FOR_HEALTH, Topic
from whatmatters.trust.models import Consent, Opening


def register() -> None:
    """Tell access where each shared topic is found; called once at start-up."""
    for topic, relationship in SHARES.items():
        people: Callable[[Actor, date], QuerySet[Consent]] = partial(shared, topic)
        register_relationship(relationship, people)
    register_openings("emergency", opened)


def opened(actor: Actor, at: datetime) -> "QuerySet[Opening]":
    """Records that the actor opened in an emergency, until their time is up."""
    rows: QuerySet[Opening] = Opening.objects.of(actor.council_id)
    return rows.filter(by_id=actor.user_id, at__lte=at, until__gt=at)


def shared(topic: Topic, actor: Actor, on: date) -> "QuerySet[Consent]":
    """Consents in force by which the actor, still let in, or her organisation sees a topic."""
    rows: QuerySet[Consent] = in_force(Consent.objects.of(actor.council_id), on)
    let_in = let_in_by(actor, on).values("person_id")
    told = Q(user_id=actor.user_id, person_id__in=let_in)
    if actor.organisation_id is not None and topic in FOR_HEALTH:
        told |= Q(organisation_id=actor.organisation_id)
    return rows.filter(told, topic=topic)


def in_force(rows: "QuerySet[Consent]", on: date) -> "QuerySet[Consent]":
    """Those that share something on a day: begun, not over, and not taken back."""
    still = Q(ends__isnull=True) | Q(ends__gte=on)
    return rows.filter(still, starts__lte=on, end__isnull=True)
