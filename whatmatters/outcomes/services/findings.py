"""The council's findings: they start from the person's answers, once the seal is broken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import Finding, Judgement, OutcomeAnswer
from whatmatters.outcomes.queries.seals import Seal, seals
from whatmatters.outcomes.services.finding_refusals import (
    AlreadyFound,
    FindingNeedsCause,
    FindingNeedsReason,
    FindingNeedsShare,
    JudgementSealed,
)
from whatmatters.outcomes.services.judging import open_judgement_row, voice_of
from whatmatters.outcomes.services.judging_refusals import OutcomeNotJudged
from whatmatters.rules.days import london_day, must_be_reached
from whatmatters.rules.outcomes import Cause, Party
from whatmatters.rules.shares import WHOLE, differs
from whatmatters.rules.words import words_or_none


@dataclass(frozen=True, slots=True)
class FindingGiven:
    """What the council finds of one outcome; `tenths` None takes the person's own answer.

    `cause` is needed short of ten tenths; `reason` where it differs from the person's answer.
    """

    outcome_id: int
    tenths: int | None = None
    cause: Cause | None = None
    reason: str = ""


@transaction.atomic
def record_findings(
    *, by: Actor, at: datetime, judgement_id: int, findings: Sequence[FindingGiven], on: date
) -> tuple[int, ...]:
    """The council's findings, starting from the person's answers (R-WI-09); ids in order.

    Raises VoiceRefused, JudgementSealed, FindingNeedsShare, FindingNeedsCause,
    FindingNeedsReason, OutcomeNotJudged, AlreadyFound, JudgementNotOpen, Absent.
    """
    row, seal = unsealed(by, at, judgement_id, must_be_reached(on, at))
    own = _persons_own(row)
    rows = [_finding(by, at, on, row, given, own, seal.asked) for given in findings]
    try:
        with transaction.atomic():
            made = Finding.objects.bulk_create(rows)
    except IntegrityError as twice:
        raise AlreadyFound(judgement_id=judgement_id) from twice
    person_id = row.version.plan.person_id
    events = [Audited("finding.made", "finding", found.pk, person_id) for found in made]
    audit_many(by=by, at=at, events=events)
    return tuple(found.pk for found in made)


def unsealed(by: Actor, at: datetime, judgement_id: int, on: date) -> tuple[Judgement, Seal]:
    """A judgement that the council may find on: its seal is broken at this moment."""
    row = open_judgement_row(by, judgement_id, on)
    voice_of(by, row, Party.COUNCIL, at)
    seal = seals([row])[row.pk]
    if seal.closed(london_day(at)):
        raise JudgementSealed(until=row.until)
    return row, seal


def _persons_own(row: Judgement) -> dict[int, int | None]:
    answers = OutcomeAnswer.objects.filter(judgement=row, party=Party.PERSON)
    return dict(answers.values_list("outcome_id", "tenths"))


def _finding(
    by: Actor,
    at: datetime,
    on: date,
    row: Judgement,
    given: FindingGiven,
    own: Mapping[int, int | None],
    asked: frozenset[int],
) -> Finding:
    if given.outcome_id not in asked:
        raise OutcomeNotJudged(outcome_id=given.outcome_id)
    hers = own.get(given.outcome_id)
    tenths = hers if given.tenths is None else given.tenths
    if tenths is None or not 0 <= tenths <= WHOLE:
        raise FindingNeedsShare(outcome_id=given.outcome_id)
    if tenths < WHOLE and given.cause is None:
        raise FindingNeedsCause(outcome_id=given.outcome_id)
    reason = words_or_none("reason", given.reason)
    if differs(tenths, hers) and not reason:
        raise FindingNeedsReason(outcome_id=given.outcome_id)
    return Finding(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        judgement=row,
        outcome_id=given.outcome_id,
        tenths=tenths,
        cause=given.cause if tenths < WHOLE else None,  # type: ignore[misc]
        differs=differs(tenths, hers),
        reason=reason,
        on=on,
    )
