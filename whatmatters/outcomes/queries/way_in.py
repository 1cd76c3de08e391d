"""The way in, person by person: every step, owner, wait and hand-off (R-TT-03, R-GW-15)."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count

from whatmatters.outcomes.models import Referral, ReferralStep
from whatmatters.outcomes.queries.path_facts import PathFacts, StepFacts
from whatmatters.rules.hand_offs import hand_offs, waits
from whatmatters.rules.outcomes import DeclineReason, WayInStep
from whatmatters.rules.way_in import OVER


def paths(referral_ids: Iterable[int]) -> dict[int, PathFacts]:
    """The way in of each request by id, in two queries."""
    referrals = Referral.objects.filter(pk__in=list(referral_ids)).order_by("id")
    held = {row.pk: row for row in referrals}
    steps: dict[int, list[ReferralStep]] = {pk: [] for pk in held}
    for row in ReferralStep.objects.filter(referral_id__in=list(held)).order_by("id"):
        steps[row.referral_id].append(row)
    return {pk: _path(row, steps[pk]) for pk, row in held.items()}


def referrals_of(person_id: int, *, council_id: int) -> tuple[PathFacts, ...]:
    """A person's requests, the newest first."""
    rows = Referral.objects.of(council_id).filter(person_id=person_id).order_by("-on", "-id")
    ids = list(rows.values_list("pk", flat=True))
    found = paths(ids)
    return tuple(found[pk] for pk in ids)


def waiting(council_id: int, on: date) -> tuple[PathFacts, ...]:
    """Requests made by a day that are neither started nor withdrawn, the longest wait first."""
    made = Referral.objects.of(council_id).filter(on__lte=on)
    over = ReferralStep.objects.of(council_id).filter(step__in=OVER, on__lte=on)
    rows = made.exclude(pk__in=over.values("referral_id")).order_by("on", "id")
    return tuple(paths(rows.values_list("pk", flat=True)).values())


def declines(council_id: int, first: date, last: date) -> Mapping[DeclineReason, int]:
    """How often each reason was given for a decline between two days (both included)."""
    rows = ReferralStep.objects.of(council_id).filter(
        step=WayInStep.DECLINED, on__range=(first, last)
    )
    counted = rows.values_list("decline_reason").annotate(n=Count("id")).order_by("-n")
    return {DeclineReason(reason): n for reason, n in counted}


def start_days(council_id: int, first: date, last: date) -> tuple[int, ...]:
    """Days from request to start of each support that started between two days, in their order."""
    started = ReferralStep.objects.of(council_id).filter(
        step=WayInStep.STARTED, on__range=(first, last)
    )
    pairs = started.order_by("on", "id").values_list("on", "referral__on")
    return tuple((start - asked).days for start, asked in pairs)


def _path(row: Referral, steps: list[ReferralStep]) -> PathFacts:
    told = [
        StepFacts(
            WayInStep(step.step),
            step.on,
            step.owner_id,
            None if step.decline_reason is None else DeclineReason(step.decline_reason),
            days,
        )
        for step, days in zip(steps, waits([s.on for s in steps]), strict=True)
    ]
    started = next((step.on for step in told if step.step is WayInStep.STARTED), None)
    return PathFacts(
        referral_id=row.pk,
        person_id=row.person_id,
        on=row.on,
        steps=tuple(told),
        hand_offs=hand_offs([step.owner_id for step in told]),
        days_to_start=None if started is None else (started - row.on).days,
        now=told[-1].step,
    )
