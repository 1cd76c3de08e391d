"""What invented people share, take back and hide; and one record opened in an emergency."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from whatmatters.access.queries import Actor
from whatmatters.demo.population import SyntheticPerson
from whatmatters.demo.world import Somebody
from whatmatters.rules.sharing import ConsentHow, Topic
from whatmatters.trust.queries.consents import consents_of
from whatmatters.trust.services import (
    NobodyByThatName,
    Sharing,
    guard_address,
    open_in_emergency,
    share,
)

MUCH = frozenset(set(Topic) - {Topic.MONEY, Topic.CHARGES, Topic.CONVERSATIONS})
LITTLE = frozenset({Topic.PROFILE, Topic.OUTCOMES})
SHARERS = 40


def live_with_trust(
    *, at: datetime, on: date, everybody: Sequence[Somebody], cast: Sequence[SyntheticPerson]
) -> None:
    """The first forty with family share: every other one much, the others little.

    The first of them takes the plan and the timeline back an hour later, and asks that it stay
    hidden where they live. Somebody who does not work with the last one opens that record.
    """
    sharers = [p for p in everybody if p.kin][:SHARERS]
    for n, person in enumerate(sharers):
        _share(person, MUCH if n % 2 == 0 else LITTLE, at, on)
    if not sharers:
        return
    first = sharers[0]
    _share(first, LITTLE, at + timedelta(hours=1), on)
    guard_address(
        by=first.own,
        at=at,
        on=on,
        person_id=first.person_id,
        hidden=True,
        address="",
        reason="Somebody is looking for me.",
    )
    _opened(everybody, cast, at)


def let_family_in(*, at: datetime, on: date, person: Somebody) -> None:
    """Whose sign-in is printed reads something: she shares much where she shared nothing."""
    held = consents_of(person.own.council_id, person.person_id)
    if not any(one.in_force(on) for one in held):
        _share(person, MUCH, at, on)


def _share(person: Somebody, topics: frozenset[Topic], at: datetime, on: date) -> None:
    if person.kin is None:
        return
    said = Sharing(person.person_id, topics, ConsentHow.OWN_WORDS, person.kin.user_id)
    share(by=person.own, at=at, on=on, sharing=said)


def _opened(everybody: Sequence[Somebody], cast: Sequence[SyntheticPerson], at: datetime) -> None:
    """By the first worker who is not this person's own; two of one name and day are left alone."""
    for somebody, facts in reversed(list(zip(everybody, cast, strict=True))):
        other = _other_worker(everybody, somebody)
        if other is None:
            return
        try:
            open_in_emergency(
                by=other,
                at=at,
                full_name=facts.full_name,
                born=facts.born,
                reason="A fall in the street, and nobody else knew what helps.",
            )
        except NobodyByThatName:
            continue
        return


def _other_worker(everybody: Sequence[Somebody], somebody: Somebody) -> Actor | None:
    others = (p.worker for p in everybody if p.worker.user_id != somebody.worker.user_id)
    return next(others, None)
