"""Whom a team visits on a day, by what was agreed and is told, and from where the day begins."""

from collections.abc import Mapping
from datetime import date, datetime

from whatmatters.access.queries import Actor
from whatmatters.access.queries.relationships import people_of_body
from whatmatters.people.queries.persons import lives
from whatmatters.people.queries.points import points_of
from whatmatters.rota.models import DeliveryPlan, ToldVisit
from whatmatters.rota.queries.delivery import DeliveryFacts, delivery_plans, holding_on
from whatmatters.rules.rota.day_file import DayPerson, DayVisit, Point, Told
from whatmatters.trust.queries.addresses import hidden_among

# A visit by its person, its provider and its number: a newer version keeps the number.
ToldOf = tuple[int, int, int]

NEAR = 2  # places of a degree: about a kilometre


def plans_of_team(by: Actor, team_id: int, day: date) -> tuple[DeliveryFacts, ...]:
    """What holds on the day and is the team's, of those who live and are the provider's still."""
    ids = DeliveryPlan.objects.of(by.council_id).filter(team_id=team_id)
    people = set(ids.values_list("person_id", flat=True)) & set(people_of_body(by, day))
    alive = {pk for pk, died in lives(by.council_id, people).items() if not died or died > day}
    held = holding_on(delivery_plans(by.council_id, person_ids=alive), day)
    return tuple(plan for plan in held if plan.team_id == team_id)


def day_people(by: Actor, team_id: int, day: date) -> tuple[DayPerson, ...]:
    """The people of a team's day. Where somebody's address is hidden, no point is read at all."""
    plans = plans_of_team(by, team_id, day)
    ids = {plan.person_id for plan in plans}
    hidden = hidden_among(by.council_id, ids)
    points = points_of(by.council_id, ids - hidden)
    told = told_on(by.council_id, day)
    return tuple(
        DayPerson(
            plan.person_id,
            points.get(plan.person_id),
            tuple(
                DayVisit(
                    plan.visit_ids[visit.number],
                    visit,
                    told.get((plan.person_id, plan.provider_id, visit.number)),
                )
                for visit in plan.visits
            ),
            plan.quiet,
            plan.chosen,
            plan.never,
        )
        for plan in plans
    )


def told_on(council_id: int, day: date, by: datetime | None = None) -> Mapping[ToldOf, Told]:
    """What people were told of each visit of a day: the newest counts, by any version.

    `by`: as it was at that moment.
    """
    rows = ToldVisit.objects.of(council_id).filter(on=day).order_by("id")
    if by is not None:
        rows = rows.filter(at__lte=by)
    visit = (f"visit__{one}" for one in ("plan__person_id", "plan__provider_id", "number"))
    return {
        (person, provider, number): Told(start, worker)
        for person, provider, number, start, worker in rows.values_list(
            *visit, "start", "worker_id"
        )
    }


def base_of(people: tuple[DayPerson, ...]) -> Point:
    """Where the day begins and ends: about the middle of those whose place may be known."""
    known = [person.at for person in people if person.at is not None]
    if not known:
        return (0.0, 0.0)
    north, east = (sum(axis) / len(known) for axis in zip(*known, strict=True))
    return (round(north, NEAR), round(east, NEAR))
