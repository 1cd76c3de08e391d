"""Whose word a bundle's record is: her own, or that of who decides for her; never assumed."""

from dataclasses import dataclass
from datetime import datetime

from whatmatters.access.queries import Actor
from whatmatters.delivery.models import Bundle
from whatmatters.delivery.services.bundle_refusals import NotHerDecider, WordNotSaid
from whatmatters.delivery.services.bundles import check_records
from whatmatters.outcomes.services.voices import VoiceRefused, voices_for
from whatmatters.people.queries import deciders
from whatmatters.rules.days import london_day
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority, Covers


@dataclass(frozen=True, slots=True)
class Agreed:
    """By what authority; `told` where another writes it down, `decider_id` for whose word."""

    authority: Authority
    told: bool = False
    decider_id: int | None = None


def agreed_by(
    *, by: Actor, at: datetime, row: Bundle, herself: bool, decider_id: int | None
) -> Agreed:
    """Her own word or her decider's where the actor has it; else the one that the actor tells.

    Raises WordNotSaid, NotHerDecider, NotYoursToRecord.
    """
    own = own_voice(by, row.person_id, at)
    if own is not None:
        return Agreed(own)
    check_records(by, [row])
    if herself == (decider_id is not None):
        raise WordNotSaid
    if decider_id is None:
        return Agreed(Authority.OWN, told=True)
    for one in deciders(row.person_id, london_day(at)):
        if one.id == decider_id and one.covers is not Covers.PROPERTY_AND_AFFAIRS:
            return Agreed(one.authority, True, one.id)
    raise NotHerDecider


def own_voice(by: Actor, person_id: int, at: datetime) -> Authority | None:
    """By what authority the actor speaks for her; None where they write down another's word."""
    voices = voices_for([person_id], london_day(at), [Party.PERSON])
    try:
        return voices.authority(by=by, party=Party.PERSON, person_id=person_id, provider_id=None)
    except VoiceRefused:
        return None
