"""Whom somebody is to visit today, by the plan of the team's day that is in use."""

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from whatmatters.access.queries import Actor, register_relationship
from whatmatters.access.queries.relationships import people_of_body
from whatmatters.rota.models import DayPlan, DayStop, DayUrgent
from whatmatters.rota.queries.in_use import STANDS
from whatmatters.rules.permissions import Relationship


def register() -> None:
    """Tell access where the round of a day is found; called once at start-up."""
    visit, urgent = "day_visit__visit__plan__person_id", "about__person_id"
    register_relationship(Relationship.VISITING, stops_of, column=visit, key="visits")
    register_relationship(Relationship.VISITING, urgent_of, column=urgent, key="urgent")


def stops_of(actor: Actor, on: date) -> "QuerySet[DayStop]":
    """The actor's own stops of the day, while the own organisation supports the person."""
    rows: QuerySet[DayStop] = DayStop.objects.of(actor.council_id)
    mine = rows.filter(_of(actor), shift__struck_at__isnull=True)
    today = mine.filter(day_visit__plan__on=on)
    in_use = today.filter(day_visit__plan_id=_newest("day_visit__plan__team_id", on))
    return in_use.filter(day_visit__visit__plan__person_id__in=people_of_body(actor, on))


def urgent_of(actor: Actor, on: date) -> "QuerySet[DayUrgent]":
    """The same of those who needed somebody at once."""
    rows: QuerySet[DayUrgent] = DayUrgent.objects.of(actor.council_id)
    mine = rows.filter(_of(actor), shift__struck_at__isnull=True)
    today = mine.filter(plan__on=on)
    in_use = today.filter(plan_id=_newest("plan__team_id", on))
    return in_use.filter(about__person_id__in=people_of_body(actor, on))


def _of(actor: Actor) -> Q:
    """The actor's own shifts, as a worker of the organisation that they act for."""
    worker = {"user_id": actor.user_id, "organisation_id": actor.organisation_id}
    return Q(**{f"shift__worker__{key}": value for key, value in worker.items()})


def _newest(team: str, on: date) -> Subquery:
    """The plan in use of the team that each row is of."""
    plans = DayPlan.objects.filter(STANDS, team_id=OuterRef(team), on=on).order_by("-id")
    return Subquery(plans.values("pk")[:1])
