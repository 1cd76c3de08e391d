"""The agreement by two: the provider says yes and so asks the person, and the person answers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor, may
from whatmatters.access.services import audit_many
from whatmatters.outcomes.services.voices import voices_for
from whatmatters.rota import models as rows
from whatmatters.rota.services.writing import delivery_event
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.rota.agreed_refusals import (
    AnsweredAlready,
    DeliveryChangedMeanwhile,
    DeliveryNotAllowed,
    NotAskedYet,
    NoVisits,
)
from whatmatters.rules.words import words, words_or_none


@dataclass(frozen=True, slots=True)
class DeliveryAnswered:
    """One party's answer. Who does not want it like this says why; `authority` as in a plan."""

    plan_id: int
    party: Party
    yes: bool
    words: str = ""
    authority: Authority | None = None


@transaction.atomic
def answer_delivery(*, by: Actor, at: datetime, on: date, given: DeliveryAnswered) -> int:
    """Keep one answer to the newest version of the two; the version's id.

    Raises Absent, DeliveryNotAllowed, VoiceRefused, NoVisits, NotAskedYet, AnsweredAlready,
    DeliveryChangedMeanwhile where a newer version is there, and what words are refused for.
    """
    plan = rows.DeliveryPlan.objects.of(by.council_id).filter(pk=given.plan_id).first()
    if plan is None:
        raise Absent(what="delivery_plan", id=given.plan_id)
    if not may(by, Action.ANSWER_DELIVERY, plan.person_id, on):
        raise DeliveryNotAllowed()
    authority = voices_for([plan.person_id], on, [given.party]).authority(
        by=by,
        party=given.party,
        person_id=plan.person_id,
        provider_id=plan.provider_id,
        claimed=given.authority,
    )
    _check_asked(plan, given.party)
    _write(by, at, on, plan, given, authority)
    return int(plan.pk)


def _check_asked(plan: rows.DeliveryPlan, party: Party) -> None:
    """The newest, with a visit in it; of the person, one to which the provider said yes."""
    newer = rows.DeliveryPlan.objects.filter(
        person_id=plan.person_id, provider_id=plan.provider_id, number__gt=plan.number
    )
    if party is Party.PERSON:
        told = rows.DeliveryAnswer.objects
        if not told.filter(plan=plan, party=Party.PROVIDER, yes=True).exists():
            raise NotAskedYet()
        newer = newer.filter(answers__party=Party.PROVIDER, answers__yes=True)
    elif not rows.AgreedVisit.objects.filter(plan=plan).exists():
        raise NoVisits()
    if newer.exists():
        raise DeliveryChangedMeanwhile()


def _write(
    by: Actor,
    at: datetime,
    on: date,
    plan: rows.DeliveryPlan,
    given: DeliveryAnswered,
    authority: Authority,
) -> None:
    needed = words_or_none if given.yes else words
    said = needed("words", given.words)
    stamp: dict[str, Any] = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    try:
        with transaction.atomic():
            row = rows.DeliveryAnswer.objects.create(
                **stamp, plan=plan, party=given.party, yes=given.yes, authority=authority, on=on
            )
    except IntegrityError as twice:
        raise AnsweredAlready() from twice
    if said:
        rows.DeliveryAnswerWords.objects.create(**stamp, answer=row, words=said)
    what = "delivery.agreed" if given.yes else "delivery.declined"
    audit_many(by=by, at=at, events=[delivery_event(what, plan)])
