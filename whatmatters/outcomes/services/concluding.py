"""The conclusion of a review: outcomes move, the plan ends, and so does its agreement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import Finding, Judgement, Outcome
from whatmatters.outcomes.queries.seals import Seal
from whatmatters.outcomes.services.ending import end_versions
from whatmatters.outcomes.services.findings import unsealed
from whatmatters.outcomes.services.outcome_moves import OutcomeMoved, move_outcomes
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import OutcomeState
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.shares import state_after


class OutcomesNotJudged(Refusal):
    """Outcomes without a finding keep a review open: OutcomesNotJudged(outcome_ids=)."""

    code = "outcomes_not_judged"


@dataclass(frozen=True, slots=True)
class ReviewConcluded:
    """A judgement to conclude; `last_support` is the last day of support, where it went on."""

    judgement_id: int
    last_support: date | None = None


def conclude_review(
    *, by: Actor, at: datetime, judgement_id: int, on: date, last_support: date | None = None
) -> None:
    """Conclude one. See `conclude_reviews`."""
    conclude_reviews(by=by, at=at, on=on, reviews=[ReviewConcluded(judgement_id, last_support)])


@transaction.atomic
def conclude_reviews(
    *, by: Actor, at: datetime, on: date, reviews: Sequence[ReviewConcluded]
) -> None:
    """Conclude reviews whose every outcome is judged, all or none.

    Outcomes move to what was found, the version ends, and its agreement ends on the later of the
    plan's last day and the last day of support (`on` by default): a late review costs nobody.
    Raises OutcomesNotJudged, JudgementSealed, VoiceRefused, JudgementNotOpen, Absent.
    """
    must_be_reached(on, at)
    for review in reviews:
        row, seal = unsealed(by, at, review.judgement_id, on)
        _conclude(by, at, on, row, seal, review.last_support)


def _conclude(
    by: Actor, at: datetime, on: date, row: Judgement, seal: Seal, last_support: date | None
) -> None:
    found = dict(Finding.objects.filter(judgement=row).values_list("outcome_id", "tenths"))
    missing = sorted(seal.asked - found.keys())
    if missing:
        raise OutcomesNotJudged(outcome_ids=missing)
    # An outcome that another plan's review has moved meanwhile keeps where it stands.
    active = Outcome.objects.filter(pk__in=seal.asked, state=OutcomeState.ACTIVE)
    moves = [
        OutcomeMoved(outcome_id, state_after(found[outcome_id]), "judged")
        for outcome_id in active.order_by("id").values_list("id", flat=True)
    ]
    move_outcomes(by=by, at=at, on=on, moves=moves)
    end_versions(
        by=by,
        at=at,
        on=max(row.version.ends, must_be_reached(last_support or on, at)),
        version_ids=[row.version_id],
        why=str(EndReason.REVIEWED),
        reason=EndReason.REVIEWED,
    )
    event = Audited("judgement.concluded", "judgement", row.pk, row.version.plan.person_id)
    audit_many(by=by, at=at, events=[event])
