"""The way in: what was asked for, who owns each step, who declined and why (R-TT-03, R-WI-15)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.commissioning.queries import LeadFacts, patch_leads
from whatmatters.outcomes.models import Demand, Referral, ReferralStep
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.way_in_given import (
    DeclineNeedsReason,
    NewReferral,
    NoLeadProvider,
    NoPatch,
    StepTaken,
)
from whatmatters.people.queries import person_facts
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.outcomes import WayInStep
from whatmatters.rules.refusals import Absent
from whatmatters.rules.way_in import check_step


@transaction.atomic
def refer(*, by: Actor, at: datetime, referrals: Sequence[NewReferral]) -> list[int]:
    """Open requests for support, each with its first step; ids in the order given."""
    check_living(by.council_id, [(r.person_id, must_be_reached(r.on, at)) for r in referrals])
    _check_demands(by.council_id, {given.demand_id for given in referrals})
    rows = Referral.objects.bulk_create(
        Referral(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            person_id=given.person_id,
            demand_id=given.demand_id,
            on=given.on,
        )
        for given in referrals
    )
    people = {row.pk: row.person_id for row in rows}
    steps = [
        StepTaken(row.pk, WayInStep.REQUESTED, given.on, given.owner_id)
        for row, given in zip(rows, referrals, strict=True)
    ]
    _write(by, at, steps, people)
    return [row.pk for row in rows]


@transaction.atomic
def route_referrals(
    *, by: Actor, at: datetime, on: date, referral_ids: Sequence[int]
) -> dict[int, LeadFacts]:
    """Send each request to the lead provider of the person's patch on the day (R-WI-15).

    Raises NoPatch, NoLeadProvider and what `take_steps` does.
    """
    people = _people_of(by.council_id, referral_ids)
    facts, leads = person_facts(people.values()), patch_leads(by.council_id, on)
    found: dict[int, LeadFacts] = {}
    for referral_id in referral_ids:
        patch_id = facts[people[referral_id]].patch_id
        if patch_id is None:
            raise NoPatch(person_id=people[referral_id])
        if patch_id not in leads:
            raise NoLeadProvider(patch_id=patch_id, on=on)
        found[referral_id] = leads[patch_id]
    steps = [
        StepTaken(referral_id, WayInStep.ROUTED, on, found[referral_id].provider_id)
        for referral_id in referral_ids
    ]
    take_steps(by=by, at=at, steps=steps)
    return found


@transaction.atomic
def take_steps(*, by: Actor, at: datetime, steps: Sequence[StepTaken]) -> list[int]:
    """Take steps of the way in, in the order given; ids of the rows.

    Raises StepRefused, StepBeforeLast, DeclineNeedsReason, DayNotReached, PersonHasDied, Absent.
    """
    ids = {given.referral_id for given in steps}
    people = _people_of(by.council_id, ids, hold=True)
    living = [s for s in steps if s.step is not WayInStep.WITHDRAWN]
    check_living(by.council_id, [(people[s.referral_id], s.on) for s in living])
    last = _last_steps(ids)
    for given in steps:
        must_be_reached(given.on, at)
        if given.step is WayInStep.DECLINED and given.decline_reason is None:
            raise DeclineNeedsReason
        now, day = last[given.referral_id]
        check_step(now, day, given.step, given.on)
        last[given.referral_id] = (given.step, given.on)
    return _write(by, at, steps, people)


def _write(
    by: Actor, at: datetime, steps: Sequence[StepTaken], people: dict[int, int]
) -> list[int]:
    rows = ReferralStep.objects.bulk_create(
        ReferralStep(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            referral_id=given.referral_id,
            step=given.step,
            on=given.on,
            owner_id=given.owner_id,
            decline_reason=given.decline_reason,  # type: ignore[misc]
        )
        for given in steps
    )
    events = [
        Audited(f"way_in.{row.step}", "referral_step", row.pk, people[row.referral_id])
        for row in rows
    ]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


def _people_of(
    council_id: int, referral_ids: Sequence[int] | set[int], *, hold: bool = False
) -> dict[int, int]:
    """Person by referral. `hold`: nobody else takes a step of these until this is written."""
    rows = Referral.objects.of(council_id).filter(pk__in=list(referral_ids)).order_by("pk")
    rows = rows.select_for_update() if hold else rows
    found = dict(rows.values_list("pk", "person_id"))
    for missing in sorted(set(referral_ids) - found.keys()):
        raise Absent(what="referral", id=missing)
    return found


def _last_steps(referral_ids: set[int]) -> dict[int, tuple[WayInStep, date]]:
    rows = ReferralStep.objects.filter(referral_id__in=referral_ids).order_by("id")
    return {row.referral_id: (WayInStep(row.step), row.on) for row in rows}


def _check_demands(council_id: int, demand_ids: set[int]) -> None:
    held = set(Demand.objects.of(council_id).filter(pk__in=demand_ids).values_list("pk", flat=True))
    for missing in sorted(demand_ids - held):
        raise Absent(what="demand", id=missing)
