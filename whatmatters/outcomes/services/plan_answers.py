"""One party's answer to a version, by what authority, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import PlanAnswer, PlanVersion
from whatmatters.outcomes.services.voices import Voices
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import Authority
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.words import words, words_or_none


class AlreadyAnswered(Refusal):
    """Each party answers a version once: (party=)."""

    code = "already_answered"


@dataclass(frozen=True, slots=True)
class PlanAnswerGiven:
    """One party's answer. Amendments and declines say why in words."""

    version_id: int
    party: Party
    answer: Answer
    authority: Authority | None = None
    words: str = ""


def answer_row(
    by: Actor,
    at: datetime,
    on: date,
    given: PlanAnswerGiven,
    versions: Mapping[int, PlanVersion],
    voices: Voices,
) -> PlanAnswer:
    """An unsaved answer. Raises VoiceRefused, or WordsMissing where it is not a plain yes."""
    version = versions[given.version_id]
    plan = version.plan
    authority = voices.authority(
        by=by,
        party=given.party,
        person_id=plan.person_id,
        provider_id=plan.provider_id,
        claimed=given.authority,
    )
    needed = words_or_none if given.answer is Answer.AGREED else words
    return PlanAnswer(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        version=version,
        party=given.party,
        answer=given.answer,
        authority=authority,
        words=needed("words", given.words),
        on=on,
    )


def write_answers(by: Actor, at: datetime, rows: list[PlanAnswer]) -> None:
    """Save answers; AlreadyAnswered where a party has answered the version before."""
    try:
        with transaction.atomic():
            made = PlanAnswer.objects.bulk_create(rows)
    except IntegrityError as twice:
        raise AlreadyAnswered(party=str(rows[0].party)) from twice
    events = [
        Audited("plan.answered", "plan_answer", row.pk, row.version.plan.person_id, str(row.answer))
        for row in made
    ]
    audit_many(by=by, at=at, events=events)
