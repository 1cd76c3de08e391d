"""An offer of a day planned anew: what happened, the plan before and after, and what was said."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import QuerySet

from whatmatters.rota.models import CourtesyCall, LiveOffer
from whatmatters.rota.queries.day_plans import DayFacts, facts_of
from whatmatters.rota.queries.in_use import plan_in_use
from whatmatters.rota.queries.same_visits import same_visits
from whatmatters.rules.rota.live_events import What


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """What happened, in minutes of the clock. `accepted` is None while nobody answered; `stands`:
    the plan over which it was offered is in use still."""

    id: int
    team_id: int
    on: date
    at: datetime
    by_id: int
    what: What
    minute: int
    worker_id: int | None
    worker: str
    person_id: int | None
    visit_id: int | None
    time: int | None
    minutes: int | None
    accepted: bool | None
    stands: bool


@dataclass(frozen=True, slots=True)
class CallFacts:
    """A call that was marked done: about which visit, by whom and when."""

    visit_id: int
    by_id: int
    at: datetime


def offer(council_id: int, offer_id: int) -> OfferFacts | None:
    """One offer; None where there is none of this number."""
    row = _rows(council_id).filter(pk=offer_id).first()
    return None if row is None else _facts(row)


def offers_on(council_id: int, team_id: int, on: date) -> tuple[OfferFacts, ...]:
    """What happened on a team's day, the newest first."""
    rows = _rows(council_id).filter(plan__team_id=team_id, plan__on=on).order_by("-id")
    return tuple(_facts(row) for row in rows)


def unanswered(council_id: int, on: date) -> tuple[OfferFacts, ...]:
    """What no team has accepted or declined, over plans of a day that are in use still."""
    rows = _rows(council_id).filter(plan__on=on, answer__isnull=True).order_by("id")
    return tuple(one for one in map(_facts, rows) if one.stands)


def plans_of(council_id: int, offer_id: int) -> tuple[DayFacts, DayFacts]:
    """The plan before, its visits by the rows of the offered day, and the plan that is offered.

    Beside what people were told when it was accepted: who was told since is to be rung still.
    """
    row = _rows(council_id).get(pk=offer_id)
    answer = getattr(row, "answer", None)
    told_by = answer.at if answer is not None and answer.yes else None
    before, after = facts_of(row.over, told_by), facts_of(row.plan, told_by)
    same = same_visits(council_id, {visit.visit_id for visit in after.visits})
    was = (replace(one, visit_id=same.get(one.visit_id, one.visit_id)) for one in before.visits)
    return replace(before, visits=tuple(was)), after


def calls_made(offer_id: int) -> tuple[CallFacts, ...]:
    """Calls about an offer that were marked done, the first first."""
    rows = CourtesyCall.objects.filter(offer_id=offer_id).order_by("id")
    return tuple(CallFacts(*row) for row in rows.values_list("visit_id", "by_id", "at"))


def _rows(council_id: int) -> "QuerySet[LiveOffer]":
    found: QuerySet[LiveOffer] = LiveOffer.objects.of(council_id).select_related(
        "plan", "over", "worker", "about", "answer"
    )
    return found


def _facts(row: LiveOffer) -> OfferFacts:
    about, answer = getattr(row, "about", None), getattr(row, "answer", None)
    used = plan_in_use(row.council_id, row.plan.team_id, row.plan.on)
    return OfferFacts(
        id=row.pk,
        team_id=row.plan.team_id,
        on=row.plan.on,
        at=row.at,
        by_id=row.by_id,
        what=What(row.what),
        minute=row.minute,
        worker_id=row.worker_id,
        worker=row.worker.name if row.worker else "",
        person_id=about.person_id if about else None,
        visit_id=about.visit_id if about else None,
        time=row.time,
        minutes=row.minutes,
        accepted=answer.yes if answer else None,
        stands=used is not None and used.pk == row.over_id,
    )
