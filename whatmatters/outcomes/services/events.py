"""What happens while a plan is in force: small changes, exceptions, notes."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import SmallChange, TimelineNote
from whatmatters.outcomes.models.plans import PlanVersion
from whatmatters.outcomes.services.event_given import NoteGiven, SmallChangeMade
from whatmatters.outcomes.services.in_force import must_be_in_force, versions_of_council
from whatmatters.outcomes.services.voices import Voices, voices_for
from whatmatters.people.queries import person_facts
from whatmatters.rules.days import london_day, must_be_reached
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role
from whatmatters.rules.words import words

# The front line decides on small changes (R-GW-14): whoever works for the plan's provider.
FRONT_LINE = frozenset({Role.CARE_WORKER, Role.TEAM_MEMBER, Role.PROVIDER_MANAGER})


def make_small_change(*, by: Actor, at: datetime, version_id: int, on: date, words: str) -> int:
    """Make one small change; its id. See `make_small_changes`."""
    return make_small_changes(by=by, at=at, changes=[SmallChangeMade(version_id, on, words)])[0]


@transaction.atomic
def make_small_changes(
    *, by: Actor, at: datetime, changes: Sequence[SmallChangeMade]
) -> tuple[int, ...]:
    """Changes that hold at once, without approval; the care manager is told (R-WI-12, R-VG-05).

    By the person (or who decides for her) or the plan's provider: otherwise VoiceRefused. Raises
    PlanNotInForce, BeforePlanStarts, DayNotReached, WordsMissing, Absent.
    """
    versions = versions_of_council(by, (change.version_id for change in changes))
    voices = voices_for(
        {version.plan.person_id for version in versions.values()}, on=london_day(at)
    )
    for change in changes:
        version = must_be_in_force(versions[change.version_id], change.on)
        must_be_reached(change.on, at)
        _check_who(by, voices, version)
    made = SmallChange.objects.bulk_create([_change(by, at, change) for change in changes])
    events = [
        Audited(
            "small_change.made", "plan", row.version_id, versions[row.version_id].plan.person_id
        )
        for row in made
    ]
    audit_many(by=by, at=at, events=events)
    return tuple(row.pk for row in made)


def write_note(
    *, by: Actor, at: datetime, person_id: int, on: date, words: str, language: Language
) -> int:
    """Write one note; its id. See `write_notes`."""
    return write_notes(by=by, at=at, notes=[NoteGiven(person_id, on, words, language)])[0]


@transaction.atomic
def write_notes(*, by: Actor, at: datetime, notes: Sequence[NoteGiven]) -> tuple[int, ...]:
    """Add notes to the one living record (R-GW-16); their ids in order.

    Who may open the record may add to it: the pages decide. Raises WordsMissing, DayNotReached,
    Absent.
    """
    people_of_council(by, {note.person_id for note in notes})
    for note in notes:
        must_be_reached(note.on, at)
    made = TimelineNote.objects.bulk_create([_note(by, at, note) for note in notes])
    events = [Audited("note.written", "note", row.pk, row.person_id) for row in made]
    audit_many(by=by, at=at, events=events)
    return tuple(row.pk for row in made)


def people_of_council(by: Actor, person_ids: set[int]) -> dict[int, int]:
    """Ward id by person; every person is of the actor's council, otherwise Absent."""
    held = person_facts(person_ids)
    for person_id in sorted(person_ids):
        if person_id not in held or held[person_id].council_id != by.council_id:
            raise Absent(what="person", id=person_id)
    return {person_id: facts.ward_id for person_id, facts in held.items()}


def _check_who(by: Actor, voices: Voices, version: PlanVersion) -> None:
    plan = version.plan
    if by.roles & FRONT_LINE and by.organisation_id == plan.provider_id:
        return
    voices.authority(
        by=by, party=Party.PERSON, person_id=plan.person_id, provider_id=plan.provider_id
    )


def _change(by: Actor, at: datetime, change: SmallChangeMade) -> SmallChange:
    return SmallChange(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        version_id=change.version_id,
        on=change.on,
        words=words("words", change.words),
        told=at,
    )


def _note(by: Actor, at: datetime, note: NoteGiven) -> TimelineNote:
    return TimelineNote(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=note.person_id,
        on=note.on,
        words=words("words", note.words),
        language=note.language,
    )
