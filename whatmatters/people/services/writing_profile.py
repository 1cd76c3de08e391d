"""Writing a one-page profile from a page: by whom, in whose voice, over which version."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor, sight_of
from whatmatters.people.queries import profile_versions
from whatmatters.people.services.owned import hold_person
from whatmatters.people.services.profiles import NewProfile, write_profiles
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.profiles import (
    NotYoursToWrite,
    NotYourVoice,
    ProfileChangedMeanwhile,
    speakers_for,
)


@transaction.atomic
def write_profile(*, by: Actor, at: datetime, on: date, seen: int, profile: NewProfile) -> int:
    """Write a new version over the one whose id is `seen` (0: there is none yet); its id.

    Raises NotYoursToWrite, NotYourVoice, ProfileChangedMeanwhile, and what `write_profiles` does.
    """
    sight = sight_of(by, profile.person_id, on)
    if Action.WRITE_PROFILE not in sight.actions:
        raise NotYoursToWrite()
    if profile.speaker not in speakers_for(own=Relationship.SELF in sight.relationships):
        raise NotYourVoice(field="speaker")
    hold_person(by.council_id, profile.person_id)
    newest = next(iter(profile_versions(profile.person_id)), None)
    if seen != (newest.id if newest else 0):
        raise ProfileChangedMeanwhile()
    return write_profiles(by=by, at=at, profiles=[profile])[0]
