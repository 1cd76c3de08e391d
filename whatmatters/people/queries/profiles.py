"""The versions of a one-page profile."""

from dataclasses import dataclass
from datetime import datetime

from whatmatters.people.models import Profile
from whatmatters.rules.people import Speaker


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """One version, and whose voice it is."""

    id: int
    person_id: int
    liked: str
    important: str
    support: str
    good_day: str
    bad_day: str
    speaker: Speaker
    spoken_by: str
    by_id: int
    at: datetime


def profile_versions(person_id: int) -> tuple[ProfileFacts, ...]:
    """Every version of a person's profile; the first is the one in use."""
    rows = Profile.objects.filter(person_id=person_id).order_by("-id")
    return tuple(
        ProfileFacts(
            row.pk,
            row.person_id,
            row.liked,
            row.important,
            row.support,
            row.good_day,
            row.bad_day,
            Speaker(row.speaker),
            row.spoken_by,
            row.by_id,
            row.at,
        )
        for row in rows
    )
