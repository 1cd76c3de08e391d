"""An offer kept as rows: what happened, to whom, and the plan with whoever needs one now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from whatmatters.access.queries import Actor
from whatmatters.rota import models as rows
from whatmatters.rota.services.day_problem import Windows
from whatmatters.rota.services.happened import HappenedGiven
from whatmatters.rota.services.keeping_plans import keep_plan
from whatmatters.rota.services.keeping_urgent import keep_urgent, urgent_before
from whatmatters.rules.rota.day_reading import DayRead
from whatmatters.rules.rota.live_events import What
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Problem

NEW = "u0"  # in a plan, until it has a row of its own, somebody who needs a worker now


@dataclass(frozen=True, slots=True)
class Offered:
    """What happened, the plan in use, the day as it was read, and the whole day's new plan."""

    given: HappenedGiven
    over_id: int
    read: DayRead
    windows: Windows
    whole: Problem
    plan: Plan


def keep_offer(by: Actor, at: datetime, offered: Offered) -> int:
    """The offer's id."""
    given = offered.given
    stamp: dict[str, Any] = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    whose = (given.team_id, given.day)
    read = DayRead(offered.whole, offered.read.aside)
    plan_id = keep_plan(by, at, whose, read, offered.plan, offered.windows)
    made = rows.LiveOffer.objects.create(
        **stamp,
        plan_id=plan_id,
        over_id=offered.over_id,
        what=given.what,
        minute=given.minute,
        worker_id=given.worker_id,
        time=given.time,
        minutes=given.minutes,
    )
    about = _about(stamp, made, given)
    before = {f"u{pk}": pk for pk in urgent_before(offered.over_id)}
    ids = {visit: pk for visit, pk in before.items() if visit in offered.whole.visits}
    if about is not None and given.what is What.URGENT:
        ids[NEW] = about.pk
    keep_urgent(stamp, given.day, plan_id, offered.plan, ids)
    return int(made.pk)


def _about(
    stamp: dict[str, Any], made: rows.LiveOffer, given: HappenedGiven
) -> rows.LiveAbout | None:
    if given.person_id is None and given.visit_id is None:
        return None
    person_id = given.person_id
    if given.visit_id is not None:
        visit = rows.AgreedVisit.objects.select_related("plan").get(pk=given.visit_id)
        person_id = visit.plan.person_id
    told = {"person_id": person_id, "visit_id": given.visit_id}
    about: rows.LiveAbout = rows.LiveAbout.objects.create(**stamp, offer=made, **told)
    return about
