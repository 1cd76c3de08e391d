"""Each of the three answers once, in its own voice, and sealed (R-WI-09).

Answers stay sealed until all are in or the time is up; what may be read, and when, is in
`queries/judging.py`. Audit rows say who did what, never what was said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import Judgement, OutcomeAnswer
from whatmatters.outcomes.queries.seals import asked_outcomes
from whatmatters.outcomes.services.judging_refusals import (
    AnswerAlreadyGiven,
    JudgementNotOpen,
    OutcomeNotJudged,
    TimeToAnswerIsUp,
)
from whatmatters.outcomes.services.voices import voices_for
from whatmatters.rules.days import london_day, must_be_reached
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Achievement, Party
from whatmatters.rules.people import Authority
from whatmatters.rules.refusals import Absent
from whatmatters.rules.shares import tenths_of
from whatmatters.rules.words import words_or_none


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """What a party says of one outcome; `tenths` (1 to 9) belongs to PARTLY."""

    outcome_id: int
    achieved: Achievement
    tenths: int | None = None
    words: str = ""


@transaction.atomic
def answer_judgement(
    *,
    by: Actor,
    at: datetime,
    judgement_id: int,
    party: Party,
    answers: Sequence[AnswerGiven],
    on: date,
    authority: Authority | None = None,
) -> tuple[int, ...]:
    """Give one party's answers on some or all outcomes, each once; ids in order.

    Raises VoiceRefused, TimeToAnswerIsUp, JudgementNotOpen, OutcomeNotJudged, AnswerAlreadyGiven,
    ShareDoesNotMatch, DayNotReached, Absent.
    """
    row = open_judgement_row(by, judgement_id, must_be_reached(on, at))
    held = voice_of(by, row, party, at, authority)
    # The moment decides, not the day that is written down: nobody answers with others in sight.
    if london_day(at) > row.until:
        raise TimeToAnswerIsUp(until=row.until)
    asked = asked_outcomes([row.version_id]).get(row.version_id, frozenset())
    rows = [_answer(by, at, on, row, party, held, given, asked) for given in answers]
    try:
        with transaction.atomic():
            made = OutcomeAnswer.objects.bulk_create(rows)
    except IntegrityError as twice:
        raise AnswerAlreadyGiven(party=str(party)) from twice
    audit_many(by=by, at=at, events=[judgement_event("judgement.answered", row, str(party))])
    return tuple(answer.pk for answer in made)


def open_judgement_row(by: Actor, judgement_id: int, on: date) -> Judgement:
    """A judgement of the council whose plan still waits for it. JudgementNotOpen, Absent."""
    rows = Judgement.objects.of(by.council_id).select_related("version__plan")
    row = rows.filter(pk=judgement_id).first()
    if not isinstance(row, Judgement):
        raise Absent(what="judgement", id=judgement_id)
    if row.version.state != PlanState.AGREED or on < row.on:
        raise JudgementNotOpen(judgement_id=row.pk, opened_on=row.on)
    return row


def voice_of(
    by: Actor, row: Judgement, party: Party, at: datetime, claimed: Authority | None = None
) -> Authority:
    """By what authority the actor speaks for a party in this judgement. Raises VoiceRefused."""
    plan = row.version.plan
    return voices_for([plan.person_id], london_day(at)).authority(
        by=by,
        party=party,
        person_id=plan.person_id,
        provider_id=plan.provider_id,
        claimed=claimed,
    )


def _answer(
    by: Actor,
    at: datetime,
    on: date,
    row: Judgement,
    party: Party,
    authority: Authority,
    given: AnswerGiven,
    asked: frozenset[int],
) -> OutcomeAnswer:
    if given.outcome_id not in asked:
        raise OutcomeNotJudged(outcome_id=given.outcome_id)
    return OutcomeAnswer(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        judgement=row,
        outcome_id=given.outcome_id,
        party=party,
        achieved=given.achieved,
        tenths=tenths_of(given.achieved, given.tenths),
        authority=authority,
        words=words_or_none("words", given.words),
        on=on,
    )


def judgement_event(action: str, row: Judgement, why: str = "") -> Audited:
    """What the audit trail keeps of a judgement: who did what, never what was said."""
    return Audited(action, "judgement", row.pk, row.version.plan.person_id, why)
