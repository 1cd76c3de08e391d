"""The one-page profile: a new version each time, none overwritten (R-OP-01)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.people.models import Profile
from whatmatters.people.services.owned import check_people
from whatmatters.rules.people import Speaker
from whatmatters.rules.word_refusals import WordsMissing
from whatmatters.rules.words import name, name_or_none, words_or_none

PARTS = ("liked", "important", "support", "good_day", "bad_day")


@dataclass(frozen=True, slots=True)
class NewProfile:
    """One version: what people like about her, what matters to her, how best to support her."""

    person_id: int
    liked: str = ""
    important: str = ""
    support: str = ""
    good_day: str = ""
    bad_day: str = ""
    speaker: Speaker = Speaker.OWN_WORDS
    spoken_by: str = ""


@transaction.atomic
def write_profiles(*, by: Actor, at: datetime, profiles: Sequence[NewProfile]) -> list[int]:
    """Write new versions; ids in the order given.

    WordsMissing where nothing at all was written, or where a proxy is not named.
    """
    check_people(by.council_id, [profile.person_id for profile in profiles])
    rows = Profile.objects.bulk_create([_row(by, at, profile) for profile in profiles])
    events = [Audited("profile.written", "profile", row.pk, row.person_id) for row in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


def _row(by: Actor, at: datetime, profile: NewProfile) -> Profile:
    told = {part: words_or_none(part, getattr(profile, part)) for part in PARTS}
    if not any(told.values()):
        raise WordsMissing(field="important")
    named = name if profile.speaker is Speaker.PROXY else name_or_none
    return Profile(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=profile.person_id,
        speaker=profile.speaker,
        spoken_by=named("spoken_by", profile.spoken_by),
        **told,
    )
