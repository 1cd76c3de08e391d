"""How far she feels in control: hers to say, once in each period or again, or not (R-VG-08)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor, sight_of
from whatmatters.access.services import audit
from whatmatters.outcomes.models import ControlAnswer, ControlWords
from whatmatters.outcomes.queries.control import ControlSaid, control_answers
from whatmatters.outcomes.queries.control_periods import control_period, supports_of
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.voices import HER_OWN, VoiceRefused, voices_for
from whatmatters.rules.control import Control, providers_on
from whatmatters.rules.days import london_day
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.words import words_or_none


class NotSupportedNow(Refusal):
    """Nobody supports her, so nothing is asked: NotSupportedNow(on=)."""

    code = "not_supported_now"


class NotHeardFromHer(Refusal):
    """Whoever writes it down for her has to have it from her, there and then."""

    code = "not_heard_from_her"


class HerOwnAnswerStands(Refusal):
    """She has answered herself in this period: nobody else says it after her."""

    code = "her_own_answer_stands"


@dataclass(frozen=True, slots=True)
class ControlGiven:
    """An answer as it is given. `heard`: she says it, and the actor writes it down for her."""

    answer: Control
    words: str = ""
    authority: Authority | None = None
    heard: bool = False


@transaction.atomic
def say_control(*, by: Actor, at: datetime, person_id: int, given: ControlGiven) -> int:
    """Keep an answer for the period of today; its id. A later one in the same period holds.

    By herself, by who decides for her care, or written down by her social worker or a manager of
    who supports her, who heard it from her. Raises VoiceRefused, NotHeardFromHer,
    HerOwnAnswerStands, NotSupportedNow, PersonHasDied, Absent, and what words are refused for.
    """
    on, council_id = london_day(at), by.council_id
    check_living(council_id, [(person_id, on)])
    supports, said = supports_of(council_id, person_id), control_answers(council_id, person_id)
    providers = providers_on(supports, on)
    held = _authority(by, on, person_id, given.authority)
    if held is None:
        _check_writer(by, on, person_id, providers, heard=given.heard)
    period = control_period(supports, said, on)
    if period is None:
        raise NotSupportedNow(on=on)
    _check_own(said, period, hers=held in HER_OWN)
    row = ControlAnswer.objects.create(
        council_id=council_id,
        by_id=by.user_id,
        at=at,
        person_id=person_id,
        provider_id=next(iter(providers)) if len(providers) == 1 else None,
        starts=period.start,
        ends=period.last_day,
        on=on,
        answer=given.answer,
        authority=held or given.authority or Authority.OWN,
        heard=held is None,
    )
    _write(by, at, row, given.words)
    return int(row.pk)


def _authority(by: Actor, on: date, person_id: int, claimed: Authority | None) -> Authority | None:
    """By what authority the actor speaks for her; None: they can only write down what she says."""
    voices = voices_for([person_id], on, [Party.PERSON])
    try:
        return voices.authority(
            by=by, party=Party.PERSON, person_id=person_id, provider_id=None, claimed=claimed
        )
    except VoiceRefused:
        if claimed not in (None, *HER_OWN):
            raise
        return None


def _check_writer(
    by: Actor, on: date, person_id: int, providers: frozenset[int], *, heard: bool
) -> None:
    """Her social worker, or the manager of one of those who support her now."""
    sight = sight_of(by, person_id, on)
    theirs = sight.provider_id is None or sight.provider_id in providers
    if Action.SAY_CONTROL not in sight.actions or not theirs:
        raise VoiceRefused(party=str(Party.PERSON))
    if not heard:
        raise NotHeardFromHer


def _check_own(said: Iterable[ControlSaid], period: Period, *, hers: bool) -> None:
    if not hers and any(one.is_own and one.starts == period.start for one in said):
        raise HerOwnAnswerStands


def _write(by: Actor, at: datetime, row: ControlAnswer, words: str) -> None:
    """Her words, where she added any, beside the answer; of the audit that it was said alone."""
    told = words_or_none("words", words)
    if told:
        ControlWords.objects.create(
            council_id=by.council_id, by_id=by.user_id, at=at, answer=row, words=told
        )
    audit(
        by=by,
        at=at,
        action="control.said",
        subject="control",
        subject_id=row.pk,
        person_id=row.person_id,
    )
