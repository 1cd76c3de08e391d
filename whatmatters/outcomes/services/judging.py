"""The end of a plan: a judgement opens, each of the three answers once, the council finds.

Answers stay sealed until all are in or the time is up; what may be read, and when, is in
`queries/judging.py`. Audit rows say who did what, never what was said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import (
    FamilyView,
    Judgement,
    OutcomeAnswer,
    PersonSatisfaction,
    PlanVersion,
)
from whatmatters.outcomes.queries.seals import seals
from whatmatters.outcomes.services.in_force import PlanNotInForce, versions_of_council
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.voices import Voices, voices_for
from whatmatters.people.queries import links
from whatmatters.policy.reviews import answering_days
from whatmatters.rules.days import london_day, must_be_reached
from whatmatters.rules.judging import tenths_of
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Achievement, Party, Satisfaction
from whatmatters.rules.people import Authority, LinkKind
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.roles import Role
from whatmatters.rules.words import name, words, words_or_none

CLOSE = frozenset({LinkKind.FAMILY, LinkKind.UNPAID_CARER})


class JudgementTooEarly(Refusal):
    """A plan is judged at its review or its end, not before: JudgementTooEarly(earliest=, on=)."""

    code = "judgement_too_early"


class JudgementAlreadyOpen(Refusal):
    """A version is judged once: JudgementAlreadyOpen(version_ids=)."""

    code = "judgement_already_open"


class TimeToAnswerTooShort(Refusal):
    """The last day for answers lies before the first: TimeToAnswerTooShort(on=, until=)."""

    code = "time_to_answer_too_short"


class JudgementNotOpen(Refusal):
    """The judgement is concluded, or its plan has ended otherwise: JudgementNotOpen(...)."""

    code = "judgement_not_open"


class TimeToAnswerIsUp(Refusal):
    """The seal is broken; an answer now would be given with the others in sight: (until=)."""

    code = "time_to_answer_is_up"


class OutcomeNotJudged(Refusal):
    """Not an outcome of this plan, or the person has let it go: OutcomeNotJudged(outcome_id=)."""

    code = "outcome_not_judged"


class AlreadyAnswered(Refusal):
    """An answer is given once and changed by nobody: AlreadyAnswered(party=)."""

    code = "already_answered"


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """What a party says of one outcome; `tenths` (1 to 9) belongs to PARTLY."""

    outcome_id: int
    achieved: Achievement
    tenths: int | None = None
    words: str = ""


def open_judgement(
    *, by: Actor, at: datetime, version_id: int, on: date, until: date | None = None
) -> int:
    """Open one; its id. See `open_judgements`."""
    return open_judgements(by=by, at=at, version_ids=[version_id], on=on, until=until)[version_id]


@transaction.atomic
def open_judgements(
    *, by: Actor, at: datetime, version_ids: Iterable[int], on: date, until: date | None = None
) -> dict[int, int]:
    """Open the judgement of versions at their review or end; judgement id by version.

    The three may answer up to and with `until` (policy's days by default). By the council, or
    the system on the day. Raises VoiceRefused, JudgementTooEarly, PlanNotInForce,
    JudgementAlreadyOpen, TimeToAnswerTooShort, PersonHasDied, DayNotReached, Absent.
    """
    last = until or on + timedelta(days=answering_days())
    if last < on:
        raise TimeToAnswerTooShort(on=on, until=last)
    versions = versions_of_council(by, version_ids)
    _check_opening(by, versions.values(), must_be_reached(on, at))
    rows = [
        Judgement(
            council_id=by.council_id, by_id=by.user_id, at=at, version=version, on=on, until=last
        )
        for version in versions.values()
    ]
    try:
        with transaction.atomic():
            made = Judgement.objects.bulk_create(rows)
    except IntegrityError as twice:
        raise JudgementAlreadyOpen(version_ids=sorted(versions)) from twice
    audit_many(by=by, at=at, events=[_event("judgement.opened", row) for row in made])
    return {row.version_id: row.pk for row in made}


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

    Raises VoiceRefused, TimeToAnswerIsUp, JudgementNotOpen, OutcomeNotJudged, AlreadyAnswered,
    ShareDoesNotMatch, DayNotReached, Absent.
    """
    row = open_judgement_row(by, judgement_id, must_be_reached(on, at))
    held = voice_of(by, row, party, at, authority)
    # The moment decides, not the day that is written down: nobody answers with others in sight.
    if london_day(at) > row.until:
        raise TimeToAnswerIsUp(until=row.until)
    asked = seals([row])[row.pk].asked
    rows = [_answer(by, at, on, row, party, held, given, asked) for given in answers]
    try:
        with transaction.atomic():
            made = OutcomeAnswer.objects.bulk_create(rows)
    except IntegrityError as twice:
        raise AlreadyAnswered(party=str(party)) from twice
    audit_many(by=by, at=at, events=[_event("judgement.answered", row, str(party))])
    return tuple(answer.pk for answer in made)


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

    Raises VoiceRefused, JudgementNotOpen, AlreadyAnswered, DayNotReached, Absent.
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
        raise AlreadyAnswered(party=str(Party.PERSON)) from twice
    audit_many(by=by, at=at, events=[_event("judgement.satisfaction_given", row)])
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
    audit_many(by=by, at=at, events=[_event("judgement.family_view_given", row)])
    return int(made.pk)


def _name(field: str, text: str, longest: int = 200) -> str:
    return words(field, name(field, text), longest=longest)


def _words(field: str, text: str) -> str:
    return words(field, text)


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


def _check_opening(by: Actor, versions: Iterable[PlanVersion], on: date) -> None:
    held = list(versions)
    people = [version.plan.person_id for version in held]
    check_living(by.council_id, [(person_id, on) for person_id in people])
    voices = None if Role.SYSTEM in by.roles else voices_for(people, on)
    for version in held:
        if version.state != PlanState.AGREED:
            raise PlanNotInForce(version_id=version.pk, state=str(version.state))
        earliest = min(version.review_on, version.ends)
        if on < earliest:
            raise JudgementTooEarly(version_id=version.pk, earliest=earliest, on=on)
        _check_opener(by, voices, version)


def _check_opener(by: Actor, voices: Voices | None, version: PlanVersion) -> None:
    if voices is None:
        return
    plan = version.plan
    voices.authority(
        by=by, party=Party.COUNCIL, person_id=plan.person_id, provider_id=plan.provider_id
    )


def _is_close(by: Actor, row: Judgement, on: date) -> bool:
    person_id = row.version.plan.person_id
    found = links([person_id], on).get(person_id, ())
    return any(link.user_id == by.user_id and link.kind in CLOSE for link in found)


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


def _event(action: str, row: Judgement, why: str = "") -> Audited:
    return Audited(action, "judgement", row.pk, row.version.plan.person_id, why)
