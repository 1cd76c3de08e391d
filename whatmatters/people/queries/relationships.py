"""How users stand to people: what `access` asks, as rows of the actor's own council on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from whatmatters.access.queries import Actor, register_relationship
from whatmatters.access.queries.relationships import people_of_body
from whatmatters.access.queries.vouching import register_workers
from whatmatters.people.models import Assignment, Decider, Person, PersonLink
from whatmatters.people.queries.known_to import workers_of_users
from whatmatters.rules.people import Authority, Covers, LinkKind
from whatmatters.rules.permissions import Relationship
from whatmatters.rules.working_with import only_while_supported

# Who only supports a person to decide, or decides for themselves, is no decider for somebody else.
DECIDES_FOR = [Authority.ATTORNEY, Authority.DEPUTY, Authority.BEST_INTERESTS]
LETS_IN = [LinkKind.FAMILY, LinkKind.UNPAID_CARER]


def register() -> None:
    """Tell access where each relationship is found; called once at start-up."""
    register_relationship(Relationship.SELF, own)
    register_relationship(Relationship.DECIDER, decides_about_care)
    register_relationship(Relationship.DECIDER_MONEY, decides_about_money)
    register_relationship(Relationship.FAMILY, let_in_by)
    register_relationship(Relationship.ASSIGNED, works_with)
    register_relationship(Relationship.COUNCIL, of_council, column="pk")
    register_workers(workers_of_users)


def own(actor: Actor, on: date) -> "QuerySet[PersonLink]":
    """The actor is the person."""
    return _links(actor, on).filter(kind=LinkKind.SELF)


def let_in_by(actor: Actor, on: date) -> "QuerySet[PersonLink]":
    """The person lets the actor in, as family or unpaid carer."""
    return _links(actor, on).filter(kind__in=LETS_IN)


def decides_about_care(actor: Actor, on: date) -> "QuerySet[Decider]":
    """The actor decides about her health and welfare."""
    return decides_for(actor, on).exclude(covers=Covers.PROPERTY_AND_AFFAIRS)


def decides_about_money(actor: Actor, on: date) -> "QuerySet[Decider]":
    """The actor decides about her property and money."""
    rows = decides_for(actor, on).exclude(covers=Covers.HEALTH_AND_WELFARE)
    return rows.exclude(authority=Authority.BEST_INTERESTS)


def decides_for(actor: Actor, on: date) -> "QuerySet[Decider]":
    """The actor decides for the person, by a recorded authority in force."""
    rows: QuerySet[Decider] = Decider.objects.of(actor.council_id)
    mine = rows.filter(user_id=actor.user_id, authority__in=DECIDES_FOR)
    return mine.filter(in_force(on))


def works_with(actor: Actor, on: date) -> "QuerySet[Assignment]":
    """The actor works with the person now.

    Who goes to her door for a provider does so while it supports her or is to: an assignment that
    nobody ended opens nothing after that, and is no reason to look for its end everywhere.
    """
    rows: QuerySet[Assignment] = Assignment.objects.of(actor.council_id)
    mine = rows.filter(in_force(on), user_id=actor.user_id)
    if only_while_supported(actor.roles):
        return mine.filter(person_id__in=people_of_body(actor, on))
    return mine


def of_council(actor: Actor, on: date) -> "QuerySet[Person]":
    """The person is one of the actor's council."""
    rows: QuerySet[Person] = Person.objects.of(actor.council_id)
    return rows


def _links(actor: Actor, on: date) -> "QuerySet[PersonLink]":
    rows: QuerySet[PersonLink] = PersonLink.objects.of(actor.council_id)
    return rows.filter(in_force(on), user_id=actor.user_id)


def in_force(on: date) -> Q:
    """Rows from a day to a day that hold on this one."""
    return Q(starts__lte=on) & (Q(ends__isnull=True) | Q(ends__gte=on))
