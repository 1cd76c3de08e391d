"""Beside the answers: the person's satisfaction, and what someone close thinks, each kept apart."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.outcomes.models import FamilyView, Judgement, PersonSatisfaction
from whatmatters.outcomes.services.judging import judgement_event, open_judgement_row, voice_of
from whatmatters.outcomes.services.judging_refusals import AnswerAlreadyGiven
from whatmatters.people.queries import links
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.outcomes import Party, Satisfaction
from whatmatters.rules.people import Authority, LinkKind
from whatmatters.rules.words import name, words, words_or_none

CLOSE = frozenset({LinkKind.FAMILY, LinkKind.UNPAID_CARER})


@transaction.atomic
def record_satisfaction(
    *,
    by: Actor,
    at: datetime,
    judgement_id: int,
    answer: Satisfaction,
    on: date,
    words: str = "",
    authority: Authority | None = None,
) -> int:
    """How the person feels about the support, in her voice, once, apart from what was achieved.

    Raises VoiceRefused, JudgementNotOpen, AnswerAlreadyGiven, DayNotReached, Absent.
    """
    row = open_judgement_row(by, judgement_id, must_be_reached(on, at))
    held = voice_of(by, row, Party.PERSON, at, authority)
    try:
        with transaction.atomic():
            made = PersonSatisfaction.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                judgement=row,
                answer=answer,
                words=words_or_none("words", words),
                authority=held,
            )
    except IntegrityError as twice:
        raise AnswerAlreadyGiven(party=str(Party.PERSON)) from twice
    audit_many(by=by, at=at, events=[judgement_event("judgement.satisfaction_given", row)])
    return int(made.pk)


@transaction.atomic
def record_family_view(
    *,
    by: Actor,
    at: datetime,
    judgement_id: int,
    name: str,
    relationship: str,
    words: str,
    on: date,
) -> int:
    """What someone close thinks, never in the person's place (R-WI-18); its id.

    By somebody the person lets in as family or unpaid carer, or by the council for one who does
    not sign in: otherwise VoiceRefused.
    """
    row = open_judgement_row(by, judgement_id, must_be_reached(on, at))
    if not _is_close(by, row, on):
        voice_of(by, row, Party.COUNCIL, at)
    made = FamilyView.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        judgement=row,
        name=_name("name", name),
        relationship=_name("relationship", relationship, 80),
        words=_words("words", words),
    )
    audit_many(by=by, at=at, events=[judgement_event("judgement.family_view_given", row)])
    return int(made.pk)


def _name(field: str, text: str, longest: int = 200) -> str:
    return words(field, name(field, text), longest=longest)


def _words(field: str, text: str) -> str:
    return words(field, text)


def _is_close(by: Actor, row: Judgement, on: date) -> bool:
    person_id = row.version.plan.person_id
    found = links([person_id], on).get(person_id, ())
    return any(link.user_id == by.user_id and link.kind in CLOSE for link in found)
