"""Who may speak for which of the three. Nobody answers in another's voice (R-WI-09)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.access.queries import Actor
from whatmatters.people.queries import assigned, deciders_of, links
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority, Covers, LinkKind
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role

HER_OWN = frozenset({Authority.OWN, Authority.SUPPORTED})
WRITERS = frozenset({Role.PROVIDER_MANAGER, Role.TEAM_MEMBER})
AT_THE_DOOR = frozenset({Role.CARE_WORKER, Role.TEAM_MEMBER})


class VoiceRefused(Refusal):
    """The actor may not speak for this party, or not by this authority: VoiceRefused(party=)."""

    code = "voice_refused"


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks for and works with some people on one day."""

    selves: frozenset[tuple[int, int]]
    deciders: Mapping[tuple[int, int], tuple[Authority, ...]]
    workers: frozenset[tuple[int, int]]

    def authority(
        self,
        *,
        by: Actor,
        party: Party,
        person_id: int,
        provider_id: int | None,
        claimed: Authority | None = None,
    ) -> Authority:
        """By what authority the actor speaks for the party; VoiceRefused where they may not.

        The person: her own user (own, or supported where she says so), or somebody who decides
        for her, by the authority that is recorded. A provider: its manager. The council: the
        social worker assigned to the person, or a commissioner.
        """
        if party is Party.PERSON:
            return self._for_person(by, person_id, claimed)
        allowed = (
            self._for_council(by, person_id)
            if party is Party.COUNCIL
            else provider_id is not None and manages(by, provider_id)
        )
        if not allowed or claimed not in (None, Authority.OWN):
            raise VoiceRefused(party=str(party))
        return Authority.OWN

    def _for_person(self, by: Actor, person_id: int, claimed: Authority | None) -> Authority:
        key = (person_id, by.user_id)
        if key in self.selves and claimed in (None, *HER_OWN):
            return claimed or Authority.OWN
        held = self.deciders.get(key, ())
        if claimed in held or (claimed is None and held):
            return claimed or held[0]
        raise VoiceRefused(party=str(Party.PERSON))

    def _for_council(self, by: Actor, person_id: int) -> bool:
        if Role.COMMISSIONER in by.roles:
            return True
        return self.is_social_worker_of(by, person_id)

    def is_social_worker_of(self, by: Actor, person_id: int) -> bool:
        """Whether the actor is the social worker assigned to the person."""
        return Role.SOCIAL_WORKER in by.roles and (person_id, by.user_id) in self.workers

    def check_raiser(self, by: Actor, person_id: int, provider_id: int) -> None:
        """An exception is its provider's to raise: its manager, or one of its people who works
        with the person and sees first that the plan cannot go on. Raises VoiceRefused.
        """
        theirs = by.organisation_id == provider_id and bool(AT_THE_DOOR & by.roles)
        works = theirs and (person_id, by.user_id) in self.workers
        if not works and not manages(by, provider_id):
            raise VoiceRefused(party=str(Party.PROVIDER))

    def may_write_plan(self, by: Actor, person_id: int, provider_id: int) -> bool:
        """A plan is written by the provider's people and the person, never by the council."""
        if by.organisation_id == provider_id and WRITERS & by.roles:
            return True
        key = (person_id, by.user_id)
        return key in self.selves or key in self.deciders


def manages(by: Actor, provider_id: int) -> bool:
    """Whether the actor is a manager of this provider."""
    return Role.PROVIDER_MANAGER in by.roles and by.organisation_id == provider_id


def voices_for(
    person_ids: Iterable[int], on: date, parties: Iterable[Party] = tuple(Party)
) -> Voices:
    """The voices of some people on a day, for the parties that will be asked about.

    Two queries for the person, one for the council, none for the provider, whatever the number.
    """
    ids, asked = list(person_ids), set(parties)
    hers = ids if Party.PERSON in asked else []
    own = {
        (person_id, link.user_id)
        for person_id, found in links(hers, on).items()
        for link in found
        if link.kind is LinkKind.SELF
    }
    deciding: dict[tuple[int, int], tuple[Authority, ...]] = {}
    for person_id, found in deciders_of(hers, on).items():
        for decider in found:
            if decider.covers is Covers.PROPERTY_AND_AFFAIRS:
                continue  # Care is not theirs to decide.
            key = (person_id, decider.user_id)
            deciding[key] = (*deciding.get(key, ()), decider.authority)
    theirs = assigned(ids if Party.COUNCIL in asked else [], on)
    working = {(person_id, user) for person_id, users in theirs.items() for user in users}
    return Voices(frozenset(own), deciding, frozenset(working))
