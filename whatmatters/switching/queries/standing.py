"""What is known of the people of a switch, gathered for the rule that says what is in the way.

A constant number of queries however many they are, and a few more for each bank that is looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.commissioning.queries import (
    AgreementFacts,
    ContractFacts,
    agreement_facts,
    agreements_of_people,
    contract_facts,
)
from whatmatters.delivery.queries import bank
from whatmatters.funds.queries import fund_facts
from whatmatters.outcomes.queries import (
    VersionFacts,
    agreed_on_day,
    exceptions_waiting,
    route_offers,
)
from whatmatters.people.queries import lives
from whatmatters.rules.outcomes import Route
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.switching import (
    HerWord,
    Obstacle,
    Stand,
    Standing,
    obstacles,
    stand,
)
from whatmatters.switching.queries.cohort import earns
from whatmatters.switching.queries.facts import SwitchFacts, TransitionFacts

DIRECT, EPISODE = "direct_payment", "short_term"
BUNDLE, PLAN = "bundle", "plan"


@dataclass(frozen=True, slots=True)
class Placed:
    """One person of a switch: her plan, what stands in the way, how she stands, and what pays for
    her under the old contract on the day before (`paying`, and `plans` where it is a plan)."""

    facts: TransitionFacts
    found: tuple[Obstacle, ...]
    stand: Stand
    paying: tuple[AgreementFacts, ...]
    plans: tuple[VersionFacts, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of all of them together."""

    agreements: dict[int, list[AgreementFacts]]
    versions: dict[date, dict[int, list[VersionFacts]]]
    deaths: dict[int, date | None]
    funds: frozenset[int]
    chosen: dict[int, date]
    waiting: frozenset[int]


def placed(
    switch: SwitchFacts, people: Iterable[TransitionFacts], today: date
) -> tuple[Placed, ...]:
    """Each of these people of a switch as she stands today, in the order given."""
    told = tuple(people)
    (new,) = contract_facts(switch.council_id, [switch.new_id])
    known = _known(switch, told)
    return tuple(_placed(switch, new, known, one, today) for one in told)


def _known(switch: SwitchFacts, told: tuple[TransitionFacts, ...]) -> _Known:
    council_id, people = switch.council_id, [one.person_id for one in told]
    agreements: dict[int, list[AgreementFacts]] = {}
    ids = agreements_of_people(council_id, people)
    for one in agreement_facts(council_id, ids=ids, with_terms=False):
        agreements.setdefault(one.person_id or 0, []).append(one)
    days = {day for one in told for day in (one.moves_on, one.moves_on - ONE_DAY)}
    return _Known(
        agreements=agreements,
        versions={
            day: _by_person(agreed_on_day(council_id, day, person_ids=people)) for day in days
        },
        deaths=lives(council_id, people),
        funds=frozenset(one.person_id for one in fund_facts(council_id) if not one.closed),
        chosen={
            one.person_id: one.chosen_on
            for one in route_offers(council_id, people)
            if one.chosen is Route.DIRECT_PAYMENT and one.chosen_on is not None
        },
        waiting=frozenset(one.person_id for one in exceptions_waiting(council_id)),
    )


def _by_person(found: Iterable[VersionFacts]) -> dict[int, list[VersionFacts]]:
    held: dict[int, list[VersionFacts]] = {}
    for one in found:
        held.setdefault(one.person_id, []).append(one)
    return held


def _placed(
    switch: SwitchFacts,
    new: ContractFacts,
    known: _Known,
    one: TransitionFacts,
    today: date,
) -> Placed:
    before = one.moves_on - ONE_DAY
    hers = known.agreements.get(one.person_id, [])
    paying = tuple(a for a in hers if a.contract_id == switch.old_id and earns(a, before))
    plans = _plans(switch, known.versions[before].get(one.person_id, []), paying)
    standing = Standing(
        today=today,
        moves_on=one.moves_on,
        notice=switch.notice,
        told_on=one.told_on,
        word=_word(one),
        charge=one.charge,
        contact=bool(one.contact),
        hours=one.weekly_hours is not None,
        plan_ends=max((v.ends for v in plans), default=None),
        runs=bool(paying or plans),
        new_runs=_new_runs(new, hers, one.moves_on),
        in_force=_in_force(new, one.moves_on),
        died=known.deaths.get(one.person_id) is not None,
        bank_minutes=_bank(paying, min(today, before)),
        fund_open=one.person_id in known.funds,
        episode=any(a.model == EPISODE and earns(a, one.moves_on) for a in hers),
        direct=_direct(known, hers, one),
        exception=one.person_id in known.waiting,
        otherwise=_otherwise(switch, hers, before),
        bundle=any(a.source == BUNDLE for a in paying),
    )
    found = () if one.moved_from else obstacles(standing)
    how = stand(
        found, told=one.told_on is not None, moved=bool(one.moved_from), staying=one.staying
    )
    return Placed(one, found, how, paying, plans)


def _plans(
    switch: SwitchFacts, versions: Iterable[VersionFacts], paying: Iterable[AgreementFacts]
) -> tuple[VersionFacts, ...]:
    """Plans under the old contract that are paid for by an agreement."""
    mine = (v for v in versions if v.contract_id == switch.old_id)
    return tuple(v for v in mine if _of(paying, v))


def _of(paying: Iterable[AgreementFacts], version: VersionFacts) -> bool:
    return any(a.source == PLAN and a.source_id == version.id for a in paying)


def _word(one: TransitionFacts) -> HerWord | None:
    """What she said. A yes is to what stood there when she said it: written anew, she is asked
    anew; a no holds until she says otherwise."""
    if one.said is None or (one.said.word is HerWord.WANTS and one.said.at < one.at):
        return None
    return one.said.word


def _otherwise(switch: SwitchFacts, hers: Iterable[AgreementFacts], before: date) -> bool:
    """Whether the old contract holds more of hers than what runs on without an end."""
    alive = (
        a
        for a in hers
        if a.contract_id == switch.old_id
        and (a.ended_on is None or a.ended_on > before)
        and (a.ended_on is None or a.ended_on >= a.starts)
    )
    return any(a.starts > before or a.ended_on is not None for a in alive)


def _new_runs(new: ContractFacts, hers: Iterable[AgreementFacts], on: date) -> bool:
    return any(earns(a, on) for a in hers if a.contract_id == new.id)


def _in_force(contract: ContractFacts, on: date) -> bool:
    return contract.starts <= on and (contract.ends is None or on <= contract.ends)


def _bank(paying: Iterable[AgreementFacts], on: date) -> int:
    bundles = (one for one in paying if one.source == BUNDLE)
    held = (bank(one.council_id, one.source_id, on) for one in bundles)
    return sum(one.balance for one in held if one is not None)


def _direct(known: _Known, hers: Iterable[AgreementFacts], one: TransitionFacts) -> bool:
    """A direct payment runs, or she chose one that has not begun."""
    mine = [a for a in hers if a.model == DIRECT]
    chosen = known.chosen.get(one.person_id)
    waits = chosen is not None and not any(a.starts >= chosen for a in mine)
    return waits or any(earns(a, one.moves_on) for a in mine)
