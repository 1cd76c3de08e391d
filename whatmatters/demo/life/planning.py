"""Plans written by provider and person, proposed, bounced, agreed by three, or begun urgently."""

from collections.abc import Sequence
from datetime import date, timedelta

from whatmatters.access.queries import Actor
from whatmatters.demo.agenda import Happening
from whatmatters.demo.calendar import moment
from whatmatters.demo.life.ahead import schedule
from whatmatters.demo.life.plan_content import LATER_DAYS, content
from whatmatters.demo.life.way_in import take
from whatmatters.demo.phrases import said, some, words
from whatmatters.demo.plot import Path
from whatmatters.demo.world import Provider, Somebody, World
from whatmatters.outcomes import services as outcomes
from whatmatters.outcomes.queries import version_facts
from whatmatters.people import services as people
from whatmatters.rules.blocks.year import year_ends
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Answer, Party, WayInStep


def write_plan(world: World, day: date, batch: Sequence[Happening]) -> None:
    """The first plan, or the one that follows; proposed the same afternoon."""
    for happening in batch:
        person = world.somebody(happening.number)
        if not person.here or not person.open_wishes():
            continue
        provider = provider_of(person)
        starts = happening.details.get("starts") or first_day(person, day)
        shown = not person.plot.has("council_amends")
        person.in_block = is_in_block(world, person, starts)
        written = content(person, starts, families_shown=shown)
        new = outcomes.NewPlan(
            person.person_id,
            provider.block_contract_id if person.in_block else provider.contract_id,
            written,
            follows=person.plan_id or None,
            initial=not person.plans,
        )
        (draft,) = outcomes.draft_plans(by=provider.manager, at=moment(day, 10), plans=[new])
        person.plan_id, person.version_id = draft.plan_id, draft.version_id
        person.rounds = 0
        propose(world, day, person)
        if not person.plans:
            take(world, day, person, WayInStep.PLAN_PROPOSED, provider)
        _gaps(world, day, person)
        world.saw("block_plan" if person.in_block else "plan")


def provider_of(person: Somebody) -> Provider:
    """Her provider; she has one by the time a plan is written."""
    assert person.provider is not None
    return person.provider


def is_in_block(world: World, person: Somebody, starts: date) -> bool:
    """Whether her plan is under her patch's block, which runs to the plan's last day.

    Who came with a package is charged by the plan's price, and a block's plan has none.
    """
    hers = provider_of(person).block_patch == person.patch_code
    last = starts + timedelta(days=LATER_DAYS)
    return hers and person.plot.path != Path.LEGACY and last <= year_ends(world.calendar.start)


def first_day(person: Somebody, day: date) -> date:
    """An urgent start begins tomorrow; otherwise there is time to agree first."""
    wait = 1 if person.plot.path == Path.URGENT and not person.plans else 8
    return day + timedelta(days=wait)


def _gaps(world: World, day: date, person: Somebody) -> None:
    if not person.plot.has("gap") or person.plans:
        return
    what = str(some(person.rng, "events", "gap", 1)[0])
    noted = outcomes.GapNoted(person.version_id, day, what)
    outcomes.note_gaps(by=provider_of(person).manager, at=moment(day, 16), gaps=[noted])
    world.saw("gap")


def propose(world: World, day: date, person: Somebody) -> None:
    """The version goes to all three; an urgent one begins on the social worker's authority."""
    provider = provider_of(person)
    ids = [person.version_id]
    outcomes.propose_plans(by=provider.manager, at=moment(day, 15), on=day, version_ids=ids)
    urgent = person.plot.path == Path.URGENT and not person.plans and not person.rounds
    if urgent:
        outcomes.start_urgently(by=person.worker, at=moment(day, 16), on=day, version_ids=ids)
        world.saw("urgent_start")
    wait = person.rng.randint(2, 4) + (7 if urgent else 0)
    world.agenda.later(day, wait, "answer_plan", person.plot.number)


def answer_plan(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Three answers; an amendment or a decline goes back to the provider for another version."""
    for happening in batch:
        person = world.somebody(happening.number)
        if person.gone:
            continue
        party = _who_bounces(person)
        if party is None:
            _agree(world, day, person)
        else:
            _bounce(world, day, person, party)


def _who_bounces(person: Somebody) -> Party | None:
    urgent = person.plot.path == Path.URGENT
    if person.rounds or person.plans or urgent:
        return None
    if person.plot.has("council_amends"):
        return Party.COUNCIL
    bounced = person.plot.has("person_amends") or person.plot.has("declines_plan")
    return Party.PERSON if bounced else None


def _bounce(world: World, day: date, person: Somebody, party: Party) -> None:
    asked = next(a for a in words("events")["amendment"] if a["party"] == party)
    declined = party == Party.PERSON and person.plot.has("declines_plan")
    answer = Answer.DECLINED if declined else Answer.AMENDMENT
    answer_as(world, day, person, party, answer, said(asked, person.language))
    person.rounds += 1
    world.saw("plan_declined" if declined else "bounce")
    manager = provider_of(person).manager
    again = content(person, day + timedelta(days=8), families_shown=True)
    draft = outcomes.redraft(
        by=manager, at=moment(day, 14), on=day, version_id=person.version_id, content=again
    )
    person.version_id = draft.version_id
    propose(world, day, person)


def _agree(world: World, day: date, person: Somebody) -> None:
    state = PlanState.PROPOSED
    for party in (Party.PERSON, Party.PROVIDER, Party.COUNCIL):
        state = answer_as(world, day, person, party, Answer.AGREED)
    if state != PlanState.AGREED:
        return
    world.saw("agreed")
    if person.decider:
        world.saw("agreed_by_decider")
    person.agreed_id = person.version_id
    person.judged_wishes[person.version_id] = person.open_wishes()
    if person.replanning:
        person.replanning = False
        return
    facts = version_facts([person.version_id])[person.version_id]
    person.plan_ends, person.plan_review = facts.ends, facts.review_on
    if not person.plans:
        take(world, day, person, WayInStep.AGREED, person.provider)
        world.agenda.put(max(facts.starts, day + timedelta(days=1)), "start", person.plot.number)
    person.plans += 1
    schedule(world, person, max(facts.starts, day), facts.ends)


def answer_as(
    world: World, day: date, person: Somebody, party: Party, answer: Answer, told: str = ""
) -> PlanState:
    """One answer, given by the one whose voice it is."""
    by = voice(person, party)
    given = outcomes.PlanAnswerGiven(person.version_id, party, answer, words=told)
    return outcomes.answer_plan(by=by, at=moment(day, 13), on=day, answer=given)


def voice(person: Somebody, party: Party) -> Actor:
    """Who speaks for each of the three."""
    return {
        Party.PERSON: person.voice,
        Party.PROVIDER: provider_of(person).manager,
        Party.COUNCIL: person.worker,
    }[party]


def start(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Support begins: the last step of the way in."""
    for happening in batch:
        person = world.somebody(happening.number)
        if person.here:
            take(world, day, person, WayInStep.STARTED, person.provider)
            _meet_team(world, day, person)
            world.saw("started")


def _meet_team(world: World, day: date, person: Somebody) -> None:
    """One of the team who plans with her and one who visits see her record from today."""
    provider = provider_of(person)
    given = [people.NewAssignment(person.person_id, a.user_id, day) for a in provider.team]
    if given:
        people.assign_workers(by=provider.manager, at=moment(day, 8), assignments=given)
