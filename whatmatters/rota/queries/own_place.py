"""Where a worker is on their own round: with whom, in which team, and what they told of it."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.access.queries import Actor
from whatmatters.rota.models import LiveOffer
from whatmatters.rota.queries.day_plans import StopFacts, facts_of
from whatmatters.rota.queries.in_use import plan_in_use
from whatmatters.rota.queries.visiting import stops_of, urgent_of
from whatmatters.rules.rota.live_events import What


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A team and the reader as a worker of it."""

    team_id: int
    worker_id: int


@dataclass(frozen=True, slots=True)
class Staying:
    """What a worker told last of staying with somebody today, in minutes of the clock.

    `accepted`: None while nobody of the team answered; `stands`: it can still be accepted.
    `goes_on`: once it is accepted, who comes to each visit that was theirs (nobody: empty), with
    the start that it had.
    """

    person_id: int
    told_at: datetime
    until: int | None
    accepted: bool | None
    stands: bool
    goes_on: tuple[tuple[int, tuple[StopFacts, ...]], ...] = ()


def place_with(actor: Actor, on: date, person_id: int) -> OwnPlace | None:
    """None: this person is not on the actor's round of the day."""
    visits = stops_of(actor, on).filter(day_visit__visit__plan__person_id=person_id)
    columns = ("day_visit__plan__team_id", "shift__worker_id")
    found = visits.order_by("start").values_list(*columns).first()
    if found is None:
        urgent = urgent_of(actor, on).filter(about__person_id=person_id)
        found = urgent.values_list("plan__team_id", "shift__worker_id").first()
    return None if found is None else OwnPlace(*found)


def staying_of(actor: Actor, on: date) -> Staying | None:
    """What the actor told last of the day, if anything; one query, and more where something was."""
    rows = LiveOffer.objects.of(actor.council_id).filter(
        what=What.STAYING,
        plan__on=on,
        worker__user_id=actor.user_id,
        worker__organisation_id=actor.organisation_id or 0,
        about__isnull=False,
    )
    row = rows.select_related("about", "answer", "plan", "over").order_by("-id").first()
    if row is None:
        return None
    answer = getattr(row, "answer", None)
    used = plan_in_use(actor.council_id, row.plan.team_id, on)
    accepted = None if answer is None else answer.yes
    return Staying(
        row.about.person_id,
        row.at,
        row.time,
        accepted,
        used is not None and used.pk == row.over_id,
        _goes_on(row) if accepted else (),
    )


def _goes_on(row: LiveOffer) -> tuple[tuple[int, tuple[StopFacts, ...]], ...]:
    """Visits that were the worker's and are not any more, by the two plans."""
    after = {one.visit_id: one.stops for one in facts_of(row.plan).visits}
    found = []
    for visit in facts_of(row.over).visits:
        mine = [stop.start for stop in visit.stops if stop.worker_id == row.worker_id]
        now = after.get(visit.visit_id, ())
        if mine and all(stop.worker_id != row.worker_id for stop in now):
            found.append((mine[0], now))
    return tuple(sorted(found, key=lambda one: one[0]))
