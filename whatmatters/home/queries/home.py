"""What first pages need of several contexts, each in a fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.access.queries import Actor, people_allowed
from whatmatters.access.queries.bodies import worked_for_outside
from whatmatters.access.queries.names import names_together
from whatmatters.home.queries.due import due_of, packages_due
from whatmatters.outcomes.queries import (
    ExceptionFacts,
    PathFacts,
    VersionFacts,
    exceptions_waiting,
    versions_in_state,
    waiting,
)
from whatmatters.outcomes.queries.control_periods import control_asked
from whatmatters.outcomes.queries.due_person import DueFacts
from whatmatters.outcomes.queries.plans import agreed_on_day
from whatmatters.payments.queries import ContestFacts, RunFacts, contests, next_period
from whatmatters.payments.queries.listed import newest_run
from whatmatters.people.queries import PersonFacts, assigned, people_of_user, person_facts
from whatmatters.people.queries.listed import count_listed, listed
from whatmatters.rota.queries import NOTHING_AGREED, OwnDay, own_day
from whatmatters.rules.lifecycles import PlanState, RunState
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import LinkKind
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action

MOST = 12
# Of who has no list of people but the first page: all, as far as anybody has so many.
ALL_OF_ONE_READER = 500


@dataclass(frozen=True, slots=True)
class Due:
    """What is due with people, the most pressing first, with their names; `total` of it all."""

    due: tuple[DueFacts, ...]
    names: Mapping[int, str]
    total: int


@dataclass(frozen=True, slots=True)
class Own:
    """The person herself: who she is here, and what waits for her. `person` None: nobody.

    `workers` are who works with her: a user, a name, and for whom ("" for the council); `plan` is
    what is agreed now, and with whom; `day` is who comes today. `control`: the period of which she
    is asked how far she feels in control.
    """

    person: PersonFacts | None
    due: tuple[DueFacts, ...]
    workers: tuple[tuple[int, str, str], ...] = ()
    plan: VersionFacts | None = None
    provider: str = ""
    day: OwnDay = NOTHING_AGREED
    control: Period | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """What finance needs first: the next period, a run that waits, the last paid, contests."""

    period: Period | None
    waiting: RunFacts | None
    last: RunFacts | None
    contests: tuple[ContestFacts, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """People who wait for support, the longest first, with their names; `total` of them all."""

    paths: tuple[PathFacts, ...]
    names: Mapping[int, str]
    total: int


def own_page(actor: Actor, *, on: date) -> Own:
    """What a person's first page shows of herself."""
    links = people_of_user(actor.user_id, council_id=actor.council_id, on=on)
    own = [link.person_id for link in links if link.kind is LinkKind.SELF]
    if not own:
        return Own(None, ())
    due = due_of(actor.council_id, own, Party.PERSON, on=on)
    agreed = agreed_on_day(actor.council_id, on, person_ids=own[:1])
    plan = agreed[-1] if agreed else None
    workers = assigned(own[:1], on).get(own[0], ())
    outside = worked_for_outside(actor.council_id, workers, on) if workers else {}
    named = {*outside.values(), *([plan.provider_id] if plan else [])}
    users, bodies = names_together(workers, named)
    return Own(
        person_facts(own).get(own[0]),
        tuple(due.values()),
        tuple((pk, users[pk], bodies.get(outside.get(pk, 0), "")) for pk in workers if pk in users),
        plan,
        bodies.get(plan.provider_id, "") if plan else "",
        own_day(actor.council_id, own[0], on),
        control_asked(actor.council_id, own[0], on),
    )


def people_seen(actor: Actor, *, on: date, most: int = MOST) -> tuple[tuple[PersonFacts, ...], int]:
    """The first of the people whose record this reader may open, and how many there are."""
    among = people_allowed(actor, Action.SEE_RECORD, on)
    return listed(actor.council_id, among, limit=most), count_listed(actor.council_id, among)


def due_for(actor: Actor, party: Party, action: Action, *, on: date) -> Due:
    """What is due with the people with whom this reader may do `action`, as `party`."""
    provider = actor.organisation_id if party is Party.PROVIDER else None
    among = people_allowed(actor, action, on)
    due = list(due_of(actor.council_id, among, party, on=on, provider_id=provider).values())
    return _first(due)


def unchanged_packages(actor: Actor, *, on: date) -> Due:
    """Packages that nobody has changed for long, of those whose plan this reader may see."""
    among = people_allowed(actor, Action.SEE_PLAN, on)
    return _first(packages_due(actor.council_id, among, on=on))


def _first(due: list[DueFacts]) -> Due:
    first = tuple(due[:MOST])
    return Due(first, _names(d.person_id for d in first), len(due))


def sent_back(actor: Actor) -> tuple[tuple[VersionFacts, ...], Mapping[int, str]]:
    """Plans of the actor's organisation that came back: a change asked for, or declined."""
    states = (PlanState.AMENDMENT_REQUESTED, PlanState.DECLINED)
    found = [v for state in states for v in versions_in_state(actor.council_id, state)]
    own = tuple(v for v in found if v.provider_id == actor.organisation_id)[:MOST]
    return own, _names(v.person_id for v in own)


def exceptions_of(
    council_id: int, provider_id: int
) -> tuple[tuple[ExceptionFacts, ...], Mapping[int, str]]:
    """A provider's exceptions that wait for the council, the oldest first, with names."""
    found = exceptions_waiting(council_id)
    own = tuple(e for e in found if e.provider_id == provider_id)[:MOST]
    return own, _names(e.person_id for e in own)


def money(council_id: int) -> Money:
    """The next run and what needs a decision."""
    return Money(
        next_period(council_id),
        newest_run(council_id, RunState.PROPOSED),
        newest_run(council_id, RunState.RELEASED),
        contests(council_id, open_only=True),
    )


def waiting_people(council_id: int, *, on: date) -> Waiting:
    """Who waits for support, by how long."""
    found = waiting(council_id, on)
    first = found[:MOST]
    return Waiting(first, _names(p.person_id for p in first), len(found))


def _names(ids: Iterable[int]) -> dict[int, str]:

    return {pk: facts.full_name for pk, facts in person_facts(ids).items()}
