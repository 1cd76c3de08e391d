"""Writing a delivery plan: always a whole version, over the one that was read."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor, may
from whatmatters.access.services import Audited, audit_many
from whatmatters.policy.rota import agreed_limits
from whatmatters.rota import models as rows
from whatmatters.rota.services.version_parts import DeliveryGiven, stamp, write_parts
from whatmatters.rules.permissions import Action
from whatmatters.rules.rota.agreed_checks import check_agreed
from whatmatters.rules.rota.agreed_refusals import (
    DeliveryChangedMeanwhile,
    DeliveryNotAllowed,
    NotOfTheTeam,
    TeamNotTheirs,
    WindowBackwards,
)
from whatmatters.teams.queries import members, team


@transaction.atomic
def write_delivery(*, by: Actor, at: datetime, on: date, given: DeliveryGiven) -> int:
    """Write the next version for the actor's own organisation; its id. Nobody is asked yet.

    Whoever was chosen or turned away before may stay so after leaving the team. Raises
    DeliveryNotAllowed, TeamNotTheirs, NotOfTheTeam, DeliveryChangedMeanwhile,
    WindowBackwards(field="ends"), what `check_agreed` refuses and what words are refused for.
    """
    own = by.organisation_id
    if own is None or not may(by, Action.WRITE_DELIVERY, given.person_id, on):
        raise DeliveryNotAllowed()
    _check_team(by, on, given)
    if given.ends is not None and given.ends < given.starts:
        raise WindowBackwards(field="ends")
    check_agreed(given.visits, given.quiet, agreed_limits())
    plan = _plan(by, at, own, given)
    write_parts(plan, given, stamp(by, at))
    audit_many(by=by, at=at, events=[delivery_event("delivery.written", plan)])
    return int(plan.pk)


def delivery_event(what: str, plan: rows.DeliveryPlan) -> Audited:
    """What the audit says of a version."""
    return Audited(what, "delivery_plan", plan.pk, plan.person_id)


def _check_team(by: Actor, on: date, given: DeliveryGiven) -> None:
    held = team(by.council_id, given.team_id)
    if held is None or held.organisation_id not in (None, by.organisation_id):
        raise TeamNotTheirs(field="team")
    works = {worker.id for worker in members([given.team_id], on).get(given.team_id, ())}
    works |= _stood_before(by, given)
    for field, named in (("chosen", given.chosen), ("never", given.never)):
        if not set(named) <= works:
            raise NotOfTheTeam(field=field)
    if set(given.chosen) & set(given.never):
        raise NotOfTheTeam(field="never")


def _stood_before(by: Actor, given: DeliveryGiven) -> set[int]:
    """Who was chosen or turned away in the version that was read, though they left the team since:
    whoever was not to come is not to come back unnoticed."""
    before = rows.ChosenWorker.objects.of(by.council_id).filter(
        plan__person_id=given.person_id,
        plan__provider_id=by.organisation_id,
        plan__number=given.over,
    )
    return set(before.values_list("worker_id", flat=True))


def _plan(by: Actor, at: datetime, provider_id: int, given: DeliveryGiven) -> rows.DeliveryPlan:
    """The row of the version, if the one that was read is still the newest."""
    mine = rows.DeliveryPlan.objects.of(by.council_id).filter(
        person_id=given.person_id, provider_id=provider_id
    )
    newest = mine.order_by("-number").values_list("number", flat=True).first() or 0
    if newest != given.over:
        raise DeliveryChangedMeanwhile()
    try:
        with transaction.atomic():
            made: rows.DeliveryPlan = rows.DeliveryPlan.objects.create(
                **stamp(by, at),
                person_id=given.person_id,
                provider_id=provider_id,
                team_id=given.team_id,
                number=newest + 1,
                starts=given.starts,
                ends=given.ends,
            )
    except IntegrityError as twice:
        raise DeliveryChangedMeanwhile() from twice
    return made
