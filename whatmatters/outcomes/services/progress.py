"""How an outcome is going: notes, and "off track" said by any of the three."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.outcomes.models import OffTrack, Outcome, PlanOutcome, ProgressNote
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.outcome_moves import owned_outcome
from whatmatters.outcomes.services.statement_given import ProxyNotNamed
from whatmatters.outcomes.services.voices import voices_for
from whatmatters.rules.days import london_day, must_be_reached
from whatmatters.rules.lifecycles import OutcomeState
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Language, Speaker
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.words import name_or_none, words, words_or_none


class OutcomeNotActive(Refusal):
    """The outcome is over, so it cannot go off track: OutcomeNotActive(state=)."""

    code = "outcome_not_active"


class OffTrackDatedBack(Refusal):
    """Not the day on which it is being recorded: OffTrackDatedBack(on=, today=)."""

    code = "off_track_dated_back"


@dataclass(frozen=True, slots=True)
class NewNote:
    """How an outcome is going, in whose words."""

    outcome_id: int
    on: date
    words: str
    language: Language
    speaker: Speaker
    speaker_name: str = ""


@transaction.atomic
def note_progress(*, by: Actor, at: datetime, notes: Sequence[NewNote]) -> list[int]:
    """Keep progress notes; ids in the order given."""
    ids = {note.outcome_id for note in notes}
    owned = Outcome.objects.of(by.council_id).filter(pk__in=ids)
    people = dict(owned.values_list("pk", "person_id"))
    for missing in sorted(ids - people.keys()):
        raise Absent(what="outcome", id=missing)
    days = [(people[note.outcome_id], must_be_reached(note.on, at)) for note in notes]
    check_living(by.council_id, days)
    rows = ProgressNote.objects.bulk_create([_note(by, at, note) for note in notes])
    events = [Audited("progress.noted", "progress_note", r.pk, people[r.outcome_id]) for r in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


@transaction.atomic
def record_off_track(
    *,
    by: Actor,
    at: datetime,
    on: date,
    outcome_id: int,
    party: Party,
    words: str = "",
    language: Language = Language.ENGLISH,
) -> int:
    """Say that an outcome is off track, in the party's own voice; the id of the row.

    The first such day starts the delay that a penalty grows by (R-WI-10), so it is the day on
    which it is recorded: nobody can lengthen a delay by dating it back. Raises VoiceRefused,
    OutcomeNotActive, OffTrackDatedBack, DayNotReached, PersonHasDied.
    """
    outcome = owned_outcome(by.council_id, outcome_id)
    check_living(by.council_id, [(outcome.person_id, must_be_reached(on, at))])
    _check_party(by, on, outcome, party)
    if outcome.state != OutcomeState.ACTIVE:
        raise OutcomeNotActive(state=outcome.state)
    if on != london_day(at):
        raise OffTrackDatedBack(on=on, today=london_day(at))
    note = _off_track_note(by, at, NewNote(outcome_id, on, words, language, _speaker(party)))
    return _write_off_track(by, at, on, outcome, party, note)


def _check_party(by: Actor, on: date, outcome: Outcome, party: Party) -> None:
    in_plans = PlanOutcome.objects.of(by.council_id).filter(outcome=outcome)
    providers = set(in_plans.values_list("version__plan__provider_id", flat=True))
    provider_id = by.organisation_id if by.organisation_id in providers else None
    voices_for([outcome.person_id], on).authority(
        by=by, party=party, person_id=outcome.person_id, provider_id=provider_id
    )


def _write_off_track(
    by: Actor, at: datetime, on: date, outcome: Outcome, party: Party, note: ProgressNote | None
) -> int:
    row = OffTrack.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        outcome=outcome,
        on=on,
        party=party,
        note=note,
    )
    audit(
        by=by,
        at=at,
        action="outcome.off_track",
        subject="off_track",
        subject_id=row.pk,
        person_id=outcome.person_id,
        why=str(party),
    )
    return int(row.pk)


def _speaker(party: Party) -> Speaker:
    return Speaker.OWN_WORDS if party is Party.PERSON else Speaker.OBSERVED


def _off_track_note(by: Actor, at: datetime, note: NewNote) -> ProgressNote | None:
    if not words_or_none("words", note.words):
        return None
    row = _note(by, at, note)
    row.save()
    return row


def _note(by: Actor, at: datetime, note: NewNote) -> ProgressNote:
    speaker_name = name_or_none("speaker_name", note.speaker_name)
    if note.speaker is Speaker.PROXY and not speaker_name:
        raise ProxyNotNamed
    return ProgressNote(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        outcome_id=note.outcome_id,
        on=note.on,
        words=words("words", note.words),
        language=note.language,
        speaker=note.speaker,
        speaker_name=speaker_name,
    )
