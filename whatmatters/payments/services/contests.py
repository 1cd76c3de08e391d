"""A provider contests a penalty; somebody who did not make the finding decides (R-WI-10)."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.outcomes.queries.evidence import FindingFacts, findings
from whatmatters.payments.models import Contest, ContestDecision
from whatmatters.payments.queries.contest_refusals import (
    ContestAlreadyDecided,
    ContestAlreadyMade,
    ContestNotFound,
    DecidedByFinder,
    FindingNotFound,
    NoPenaltyToContest,
    NotADecision,
)
from whatmatters.payments.queries.penalties import brings_penalty
from whatmatters.payments.services.permission import must_be_allowed
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import PenaltyState
from whatmatters.rules.permissions import Action
from whatmatters.rules.words import words as readable

FINAL = frozenset({PenaltyState.UPHELD, PenaltyState.WITHDRAWN})


@transaction.atomic
def contest_penalty(*, by: Actor, at: datetime, on: date, finding_id: int, words: str) -> int:
    """Hold the penalty of a finding until it is decided; returns the contest's id.

    What was already collected is given back by the next run. Raises FindingNotFound (also for
    another provider's), NoPenaltyToContest, ContestAlreadyMade, WordsMissing.
    """
    must_be_allowed(by, Action.CONTEST_PENALTY)
    kept = readable("words", words)
    found = findings([finding_id]).get(finding_id)
    if found is None or not _theirs(by, found):
        raise FindingNotFound(finding_id=finding_id)
    if not brings_penalty(found):
        raise NoPenaltyToContest(finding_id=finding_id)
    try:
        with transaction.atomic():
            row = Contest.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                finding_id=finding_id,
                on=must_be_reached(on, at),
                words=kept,
            )
    except IntegrityError as error:
        raise ContestAlreadyMade(finding_id=finding_id) from error
    _audit(by, at, "contest_penalty", row.pk, found)
    return int(row.pk)


@transaction.atomic
def decide_contest(
    *, by: Actor, at: datetime, on: date, contest_id: int, outcome: PenaltyState, reason: str
) -> None:
    """Uphold or withdraw a contested penalty, with the reason.

    Raises NotADecision, ContestNotFound, DecidedByFinder, ContestAlreadyDecided, WordsMissing.
    """
    must_be_allowed(by, Action.DECIDE_CONTEST)
    if outcome not in FINAL:
        raise NotADecision(outcome=str(outcome))
    kept = readable("reason", reason)
    contest = Contest.objects.of(by.council_id).filter(pk=contest_id).first()
    if contest is None:
        raise ContestNotFound(contest_id=contest_id)
    found = findings([contest.finding_id])[contest.finding_id]
    if found.by_id == by.user_id:
        raise DecidedByFinder(contest_id=contest_id)
    try:
        with transaction.atomic():
            ContestDecision.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                contest=contest,
                on=must_be_reached(on, at),
                outcome=outcome,
                reason=kept,
                finder_id=found.by_id,
            )
    except IntegrityError as error:
        raise ContestAlreadyDecided(contest_id=contest_id) from error
    _audit(by, at, f"contest_{outcome}", contest_id, found)


def _theirs(by: Actor, found: FindingFacts) -> bool:
    return found.council_id == by.council_id and found.provider_id == by.organisation_id


def _audit(by: Actor, at: datetime, action: str, contest_id: int, found: FindingFacts) -> None:
    audit(
        by=by,
        at=at,
        action=action,
        subject="contest",
        subject_id=contest_id,
        person_id=found.person_id,
    )
