"""From the first telephone call to a provider who says yes."""

from collections.abc import Sequence
from datetime import date

from whatmatters.access.queries import Actor
from whatmatters.demo.agenda import Happening
from whatmatters.demo.calendar import moment
from whatmatters.demo.life.conversing import hold, set_wishes
from whatmatters.demo.phrases import one, said, spoken_in
from whatmatters.demo.plot import Path
from whatmatters.demo.world import Provider, Somebody, World
from whatmatters.outcomes import services as outcomes
from whatmatters.policy.queries import eligibility
from whatmatters.rules.outcomes import DeclineReason, DemandKind, WayInStep


def ask(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Somebody asks, in their own words; the request is owned by the council from that moment."""
    people = [world.somebody(h.number) for h in batch]
    asked = [one(p.rng, "conversations", "demand") for p in people]
    at = moment(day, 9, 30)
    demands = outcomes.log_demands(
        by=world.broker,
        at=at,
        demands=[
            outcomes.NewDemand(
                on=day,
                words=said(a, p.language),
                language=spoken_in(a, p.language),
                person_id=p.person_id,
                kind=DemandKind(a["kind"]),
            )
            for p, a in zip(people, asked, strict=True)
        ],
    )
    referrals = outcomes.refer(
        by=world.broker,
        at=at,
        referrals=[
            outcomes.NewReferral(p.person_id, d, day, world.broker.organisation_id)
            for p, d in zip(people, demands, strict=True)
        ],
    )
    world.saw("demand", len(people))
    for person, referral in zip(people, referrals, strict=True):
        person.referral_id = referral
        urgent = person.plot.path == Path.URGENT
        wait = 1 if urgent else person.rng.randint(2, 6) + 14 * person.plot.has("waits_long")
        world.agenda.later(day, wait, "converse", person.plot.number)


def converse(world: World, day: date, batch: Sequence[Happening]) -> None:
    """The first conversation, held by the social worker, and the outcomes that come of it."""
    people = [p for p in (world.somebody(h.number) for h in batch) if p.here]
    hold(world, day, people)
    set_wishes(world, day, people)
    step(world, day, people, WayInStep.CONVERSATION)
    for person in people:
        if person.plot.path == Path.URGENT:
            world.agenda.later(day, 1, "route", person.plot.number)
        else:
            world.agenda.later(day, person.rng.randint(1, 3), "eligibility", person.plot.number)


def decide_eligibility(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Eligibility by the nation's dated rule; somebody who is not eligible still gets advice."""
    people = [p for p in (world.somebody(h.number) for h in batch) if p.here]
    codes = [o.ref for o in eligibility(world.nation, day).outcomes]
    for worker, theirs in by_worker(people):
        given = [
            outcomes.EligibilityGiven(p.person_id, day, frozenset(_met(p, codes))) for p in theirs
        ]
        outcomes.decide_eligibility(by=worker, at=moment(day, 11), decisions=given)
    step(world, day, people, WayInStep.ELIGIBILITY)
    refused = [p for p in people if p.plot.has("not_eligible")]
    step(world, day, refused, WayInStep.WITHDRAWN)
    world.saw("eligibility", len(people))
    world.saw("not_eligible", len(refused))
    for person in people:
        if person in refused:
            person.stopped = True
        else:
            world.agenda.later(day, 1, "route", person.plot.number)


def _met(person: Somebody, codes: Sequence[str]) -> list[str]:
    count = 0 if person.plot.has("not_eligible") else min(len(codes), 3)
    return person.rng.sample(list(codes), count)


def route(world: World, day: date, batch: Sequence[Happening]) -> None:
    """To the lead provider of her area (R-WI-15); some are declined and handed on, with reasons."""
    people = [p for p in (world.somebody(h.number) for h in batch) if p.here]
    if people:
        ids = [p.referral_id for p in people]
        outcomes.route_referrals(by=world.broker, at=moment(day, 14), on=day, referral_ids=ids)
    world.saw("routed", len(people))
    for person in people:
        person.provider = world.lead_of_patch[person.patch_code]
        kind = "decline" if person.plot.has("declined_first") else "accept"
        world.agenda.later(day, person.rng.randint(1, 3), kind, person.plot.number)


def decline(world: World, day: date, batch: Sequence[Happening]) -> None:
    """The lead provider cannot; the broker hands the request to another, who can."""
    for happening in batch:
        person = world.somebody(happening.number)
        reason = person.rng.choice(list(DeclineReason))
        take(world, day, person, WayInStep.DECLINED, person.provider, reason)
        person.provider = another(world, person)
        take(world, day, person, WayInStep.HANDED_OFF, person.provider)
        world.saw("declined")
        world.saw("handed_off")
        world.agenda.later(day, person.rng.randint(1, 4), "accept", person.plot.number)


def accept(world: World, day: date, batch: Sequence[Happening]) -> None:
    """The provider says yes and begins to write the plan with the person."""
    for happening in batch:
        person = world.somebody(happening.number)
        if not person.here:
            continue
        take(world, day, person, WayInStep.ACCEPTED, person.provider)
        wait = 1 if person.plot.path == Path.URGENT else person.rng.randint(2, 5)
        world.agenda.later(day, wait, "write_plan", person.plot.number)


def another(world: World, person: Somebody) -> Provider:
    """A provider other than the one that declined; the same where there is only one."""
    rest = [p for p in world.providers.values() if p is not person.provider]
    assert person.provider is not None
    return person.rng.choice(rest) if rest else person.provider


def take(
    world: World,
    day: date,
    person: Somebody,
    to: WayInStep,
    owner: Provider | None,
    reason: DeclineReason | None = None,
) -> None:
    """One step of one request, owned by a provider."""
    owner_id = owner.organisation_id if owner else None
    taken = outcomes.StepTaken(person.referral_id, to, day, owner_id, reason)
    outcomes.take_steps(by=world.broker, at=moment(day, 15), steps=[taken])


def step(world: World, day: date, people: Sequence[Somebody], to: WayInStep) -> None:
    """The same step for many requests, owned by the council."""
    if not people:
        return
    owner = world.broker.organisation_id
    taken = [outcomes.StepTaken(p.referral_id, to, day, owner) for p in people]
    outcomes.take_steps(by=world.broker, at=moment(day, 15), steps=taken)


def by_worker(people: Sequence[Somebody]) -> list[tuple[Actor, list[Somebody]]]:
    """People grouped by their social worker, in order of first appearance."""
    found: dict[int, tuple[Actor, list[Somebody]]] = {}
    for person in people:
        found.setdefault(person.worker.user_id, (person.worker, []))[1].append(person)
    return list(found.values())
