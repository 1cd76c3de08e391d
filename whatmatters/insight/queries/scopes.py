"""Whose figures: the same figures at five depths are the same queries among other rows.

A team's people are those with whom a member works today, and of a provider's own team only their
plans with that provider; a worker's are those with whom she works today.
"""

from dataclasses import dataclass
from datetime import date

from whatmatters.access.queries import Actor, Sight
from whatmatters.access.queries.among import EVERYBODY, Among
from whatmatters.people.queries import people_assigned_to_any
from whatmatters.policy.measures import measures_at
from whatmatters.policy.queries import too_few_to_tell_below
from whatmatters.rules.measures.register import Depth, Measure
from whatmatters.rules.permissions import Action
from whatmatters.teams.queries import TeamFacts, members

# Of one person whoever sees the record knows who it is: there is nothing to withhold.
ONE = 1


@dataclass(frozen=True, slots=True)
class Scope:
    """A depth and what lies inside it; `id` of the provider, team or person.

    `seen`: what the reader may see of the one person; None where the figures name nobody.
    """

    depth: Depth
    council_id: int
    among: Among
    id: int | None = None
    seen: frozenset[Action] | None = None

    @property
    def is_part(self) -> bool:
        """Whether others may know a whole of which this is a part."""
        return self.depth in (Depth.PROVIDER, Depth.TEAM, Depth.WORKER)

    @property
    def minimum(self) -> int:
        """How many must be counted before anything is told."""
        return ONE if self.depth is Depth.CASE else too_few_to_tell_below()

    def measures(self) -> dict[str, Measure]:
        """The figures of this depth that this reader may see, in the order of the register."""
        return {
            key: measure
            for key, measure in measures_at(self.depth).items()
            if self.seen is None or measure.needs in self.seen
        }


def department(council_id: int) -> Scope:
    """The council's whole department."""
    return Scope(Depth.DEPARTMENT, council_id, EVERYBODY)


def provider(council_id: int, provider_id: int) -> Scope:
    """One provider."""
    return Scope(Depth.PROVIDER, council_id, Among(provider_id=provider_id), provider_id)


def team(council_id: int, team: TeamFacts, *, on: date) -> Scope:
    """One team, in two queries."""
    workers = members([team.id], on).get(team.id, ())
    users = [worker.user_id for worker in workers if worker.user_id is not None]
    people = people_assigned_to_any(users, council_id=council_id, on=on)
    return Scope(Depth.TEAM, council_id, Among(team.organisation_id, people), team.id)


def worker(actor: Actor, *, on: date) -> Scope:
    """The reader herself, in one query: there is no way to ask for anybody else's."""
    people = people_assigned_to_any([actor.user_id], council_id=actor.council_id, on=on)
    return Scope(Depth.WORKER, actor.council_id, Among(people=people))


def case(council_id: int, sight: Sight) -> Scope:
    """One person, as one reader may see her; of a provider's reader only its own plans."""
    among = Among(sight.provider_id, frozenset({sight.person_id}), only=True)
    return Scope(Depth.CASE, council_id, among, sight.person_id, sight.actions)
