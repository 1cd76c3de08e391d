"""Moving: what pays ends on the day before, what is to pay begins on the day; or nothing happens.

One person at a time. What she wants, her plans, her record and what was paid stay as they are: only
agreements end and begin, by the services that always do it, and the next run takes up the rest.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.queries import AgreementFacts, contract
from whatmatters.commissioning.services import EndGiven, end_many
from whatmatters.delivery.services import (
    BundleGiven,
    PackageEnding,
    agree_bundles,
    end_bundles,
    end_packages,
)
from whatmatters.records.locks import SWITCHES, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.switching import (
    Stand,
    WayTo,
)
from whatmatters.switching.models import TransitionMoved
from whatmatters.switching.queries import Placed, SwitchFacts, placed, switches, transitions
from whatmatters.switching.queries.refusals import (
    NotReady,
)
from whatmatters.switching.services.opening import must_be_allowed
from whatmatters.switching.services.planning import held_transition

PACKAGE, BUNDLE = "package", "bundle"
WHY = EndReason.REPLACED


@dataclass(frozen=True, slots=True)
class Moves:
    """Plans by id: of whom was moved now, and of whom could not be, with the refusal's code."""

    moved: tuple[int, ...]
    refused: tuple[tuple[int, str], ...]


def move_ready(*, by: Actor, at: datetime, switch_id: int) -> Moves:
    """Move everybody of a switch who is ready, each alone; again, and it moves nobody twice.

    Whoever is not ready is left. A refusal undoes one person's move and no other's. Raises
    SwitchNotAllowed, Absent.
    """
    must_be_allowed(by)
    held = switches(by.council_id, ids=[switch_id])
    if not held:
        raise Absent(what="switch", id=switch_id)
    people = transitions(by.council_id, switch_ids=[switch_id])
    ready = [p for p in placed(held[0], people, london_day(at)) if p.stand is Stand.READY]
    moved, refused = [], []
    for one in ready:
        try:
            if move_person(by=by, at=at, transition_id=one.facts.id):
                moved.append(one.facts.id)
        except Refusal as refusal:
            refused.append((one.facts.id, refusal.code))
    return Moves(tuple(moved), tuple(refused))


@transaction.atomic
def move_person(*, by: Actor, at: datetime, transition_id: int) -> bool:
    """Move one person; False: she was moved before, and nothing happens.

    Raises SwitchNotAllowed, Absent, NotReady, or what ending and beginning agreements refuse.
    """
    must_be_allowed(by)
    lock_council(by.council_id, SWITCHES)
    facts = held_transition(by, transition_id)
    if facts.moved_from is not None:
        return False
    (switch,) = switches(by.council_id, ids=[facts.switch_id])
    (one,) = placed(switch, [facts], london_day(at))
    if one.stand is not Stand.READY:
        raise NotReady(obstacles=one.found)
    TransitionMoved.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        transition_id=facts.id,
        starts=facts.moves_on,
    )
    _end(by, at, one, facts.moves_on - ONE_DAY)
    _begin(by, at, switch, one)
    audit(
        by=by,
        at=at,
        action="transition.moved",
        subject="transition",
        subject_id=facts.id,
        person_id=facts.person_id,
    )
    return True


def _end(by: Actor, at: datetime, one: Placed, last: date) -> None:
    """Each way by its own verb. A plan ends its pay alone: it stays, to be judged at its review."""
    running = [a for a in one.paying if a.ended_on is None or a.ended_on > last]
    packages, bundles = _of(running, PACKAGE), _of(running, BUNDLE)
    endings = [PackageEnding(a.source_id, last, WHY) for a in packages]
    if endings:
        end_packages(by=by, at=at, endings=endings)
    if bundles:
        ids = [a.source_id for a in bundles]
        end_bundles(by=by, at=at, bundle_ids=ids, on=last, reason=WHY)
    rest = [EndGiven(a.id, last, WHY) for a in running if a.source not in (PACKAGE, BUNDLE)]
    if rest:
        end_many(by=by, at=at, ends=rest)


def _of(running: list[AgreementFacts], source: str) -> list[AgreementFacts]:
    return [one for one in running if one.source == source]


def _begin(by: Actor, at: datetime, switch: SwitchFacts, one: Placed) -> None:
    """A bundle is signed here. A plan was signed when the three agreed to it."""
    new, facts = contract(by.council_id, switch.new_id), one.facts
    if new is None or new.model != WayTo.BUNDLED_HOURS:
        return
    assert facts.weekly_hours is not None
    assert facts.rate is not None
    given = BundleGiven(facts.person_id, new.id, facts.moves_on, facts.weekly_hours, facts.rate)
    agree_bundles(by=by, at=at, bundles=[given])
