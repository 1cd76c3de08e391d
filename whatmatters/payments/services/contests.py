"""A provider contests a penalty; somebody who did not make the finding decides (R-WI-10)."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.outcomes.queries.dissatisfied import DissatisfactionFacts, dissatisfactions
from whatmatters.outcomes.queries.evidence import FindingFacts, findings
from whatmatters.payments.models import Contest, ContestDecision
from whatmatters.payments.queries.contest_refusals import (
    ContestAlreadyDecided,
    ContestAlreadyMade,
    ContestNotFound,
    DecidedByFinder,
    FindingNotFound,
    JudgementNotFound,
    NoPenaltyToContest,
    NotADecision,
)
from whatmatters.payments.queries.penalties import brings_penalty, dissatisfaction_costs
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
    row = _contest(by, at, on, kept, finding_id=finding_id)
    _audit(by, at, "contest_penalty", row.pk, found.person_id)
    return int(row.pk)


@transaction.atomic
def contest_dissatisfaction(
    *, by: Actor, at: datetime, on: date, judgement_id: int, words: str
) -> int:
    """The same of what a person's dissatisfaction alone costs (R-WI-19); the contest's id.

    Raises JudgementNotFound, NoPenaltyToContest, ContestAlreadyMade, WordsMissing.
    """
    must_be_allowed(by, Action.CONTEST_PENALTY)
    kept = readable("words", words)
    found = dissatisfactions([judgement_id]).get(judgement_id)
    if found is None or not _theirs(by, found):
        raise JudgementNotFound(judgement_id=judgement_id)
    if not dissatisfaction_costs(found):
        raise NoPenaltyToContest(judgement_id=judgement_id)
    row = _contest(by, at, on, kept, judgement_id=judgement_id)
    _audit(by, at, "contest_penalty", row.pk, found.person_id)
    return int(row.pk)


def _contest(by: Actor, at: datetime, on: date, words: str, **about: int) -> Contest:
    """The row; ContestAlreadyMade where the penalty is contested already."""
    try:
        with transaction.atomic():
            row: Contest = Contest.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                on=must_be_reached(on, at),
                words=words,
                **about,
            )
    except IntegrityError as error:
        raise ContestAlreadyMade(**about) from error
    return row


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
    person_id, finder_id, barred = _made_by(contest)
    if by.user_id in barred:
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
                finder_id=finder_id,
            )
    except IntegrityError as error:
        raise ContestAlreadyDecided(contest_id=contest_id) from error
    _audit(by, at, f"contest_{outcome}", contest_id, person_id)


def _made_by(contest: Contest) -> tuple[int, int, frozenset[int]]:
    """Whom it is about, who made the finding (or concluded the review), and who may not decide."""
    if contest.finding_id is not None:
        found = findings([contest.finding_id])[contest.finding_id]
        return found.person_id, found.by_id, frozenset({found.by_id})
    judgement_id = contest.judgement_id or 0  # the row's own check: it is about one or the other
    unhappy = dissatisfactions([judgement_id])[judgement_id]
    makers = frozenset({unhappy.concluded_by_id, unhappy.written_by_id})
    return unhappy.person_id, unhappy.concluded_by_id, makers


def _theirs(by: Actor, found: FindingFacts | DissatisfactionFacts) -> bool:
    return found.council_id == by.council_id and found.provider_id == by.organisation_id


def _audit(by: Actor, at: datetime, action: str, contest_id: int, person_id: int) -> None:
    audit(
        by=by,
        at=at,
        action=action,
        subject="contest",
        subject_id=contest_id,
        person_id=person_id,
    )
