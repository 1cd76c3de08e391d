"""In whose voice a consent is given: hers, hers with help, or of who decides for her."""

from datetime import date
from typing import Protocol

from whatmatters.access.queries import Actor, sight_of
from whatmatters.people.queries import DeciderFacts, deciders
from whatmatters.people.queries.relationships import DECIDES_FOR
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.sharing import ConsentHow, Topic, covers_topic
from whatmatters.trust.services.refusals import NotYoursToShare, OutsideAuthority, VoiceNotTheirs


class Said(Protocol):
    """What somebody said about sharing."""

    @property
    def person_id(self) -> int:
        """Whose record it is."""

    @property
    def topics(self) -> frozenset[Topic]:
        """What is shared."""

    @property
    def how(self) -> ConsentHow:
        """How it was said."""

    @property
    def decider_id(self) -> int | None:
        """Who decided, where it was not the person."""


def speaking_decider(by: Actor, on: date, said: Said, *, taking_back: bool = False) -> int | None:
    """The decider in whose voice this is said; None where it is the person's own.

    Taking back needs no authority for the topic. Raises NotYoursToShare, VoiceNotTheirs or
    OutsideAuthority.
    """
    sight = sight_of(by, said.person_id, on)
    if Action.SHARE_RECORD not in sight.actions:
        raise NotYoursToShare(person_id=said.person_id)
    deciding = Relationship.DECIDER in sight.relationships
    for_her = sight.relationships & {Relationship.SELF, Relationship.ASSIGNED}
    if taking_back:
        return None
    if said.how is not ConsentHow.DECIDER:
        if deciding and not for_her:
            raise VoiceNotTheirs(how=said.how)
        return None
    found = _decider(by, on, said, deciding=deciding)
    for topic in sorted(said.topics):
        if not covers_topic(found.authority, found.covers, topic):
            raise OutsideAuthority(topic=topic)
    return found.id


def _decider(by: Actor, on: date, said: Said, *, deciding: bool) -> DeciderFacts:
    """The actor's own authority, or the one that the worker names."""
    held = [d for d in deciders(said.person_id, on) if d.authority in DECIDES_FOR]
    wanted = [d for d in held if (d.user_id == by.user_id if deciding else d.id == said.decider_id)]
    if not wanted:
        raise VoiceNotTheirs(how=said.how)
    return wanted[0]
