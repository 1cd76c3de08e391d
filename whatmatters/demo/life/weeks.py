"""The weeks of a plan: notes, small changes, off track, exceptions, outcomes let go."""

from collections.abc import Sequence
from datetime import date, timedelta

from whatmatters.demo.agenda import Happening
from whatmatters.demo.calendar import moment
from whatmatters.demo.life.conversing import hold, new_outcome, set_wishes
from whatmatters.demo.life.plan_content import content
from whatmatters.demo.life.planning import propose, provider_of
from whatmatters.demo.phrases import one, payable, said, spoken_in, words
from whatmatters.demo.world import Somebody, Wish, World
from whatmatters.outcomes import services as outcomes
from whatmatters.rules.outcomes import ExceptionReason, Party
from whatmatters.rules.people import Speaker


def running(world: World, batch: Sequence[Happening], day: date) -> list[Somebody]:
    """People of a batch who are here and have a plan that has not passed its last day."""
    people = [world.somebody(h.number) for h in batch]
    return [p for p in people if p.here and p.plan_ends and day <= p.plan_ends]


def note(world: World, day: date, batch: Sequence[Happening]) -> None:
    """How an outcome is going, or something that happened, from whoever was there."""
    for person in running(world, batch, day):
        drawn = person.rng.random()
        if drawn < 0.35:
            _progress(world, day, person)
        elif drawn < 0.55:
            told = one(person.rng, "events", "note")
            given = outcomes.NoteGiven(
                person.person_id, day, said(told, person.language), spoken_in(told, person.language)
            )
            by = provider_of(person).manager
            outcomes.write_notes(by=by, at=moment(day, 17), notes=[given])
            world.saw("note")


def _progress(world: World, day: date, person: Somebody) -> None:
    wishes = person.open_wishes()
    if not wishes:
        return
    told = one(person.rng, "events", "progress")
    new = outcomes.NewNote(
        person.rng.choice(wishes).outcome_id,
        day,
        said(told, person.language),
        spoken_in(told, person.language),
        Speaker.OWN_WORDS,
    )
    by = provider_of(person).manager
    outcomes.note_progress(by=by, at=moment(day, 17), notes=[new])
    world.saw("progress_note")


def small_change(world: World, day: date, batch: Sequence[Happening]) -> None:
    """At once, logged, without approval; the care manager is told."""
    for person in running(world, batch, day):
        told = said(one(person.rng, "events", "small_change"), person.language)
        by = provider_of(person).manager
        change = outcomes.SmallChangeMade(person.agreed_id, day, told)
        outcomes.make_small_changes(by=by, at=moment(day, 10), changes=[change])
        world.saw("small_change")


def off_track(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Any of the three may say so; the day is what counts."""
    for person in running(world, batch, day):
        wishes = [w for w in person.open_wishes() if payable(w.template)]
        if not wishes:
            continue
        party = person.rng.choice(list(Party))
        by = {
            Party.PERSON: person.voice,
            Party.PROVIDER: provider_of(person).manager,
            Party.COUNCIL: person.worker,
        }[party]
        told = one(person.rng, "events", "off_track")
        outcomes.record_off_track(
            by=by,
            at=moment(day, 12),
            on=day,
            outcome_id=wishes[0].outcome_id,
            party=party,
            words=said(told, person.language),
            language=spoken_in(told, person.language),
        )
        world.saw("off_track")


def exception(world: World, day: date, batch: Sequence[Happening]) -> None:
    """The provider says early (or late) that the plan cannot go on as agreed."""
    for person in running(world, batch, day):
        why = one(person.rng, "events", "exception")
        given = outcomes.ExceptionGiven(
            person.agreed_id, ExceptionReason(why["reason"]), said(why, person.language)
        )
        by = provider_of(person).manager
        (found,) = outcomes.raise_exceptions(by=by, at=moment(day, 11), exceptions=[given])
        late = person.plot.has("exception_late") and not person.plot.has("exception_early")
        world.saw("exception_late" if late else "exception_early")
        wait = person.rng.randint(1, 3)
        told = {"exception": found, "version": person.agreed_id}
        world.agenda.later(day, wait, "answer_exception", person.plot.number, **told)


def answer_exception(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Accepted: the plan is written again and priced from that day. Or not accepted, and said."""
    for happening in batch:
        person = world.somebody(happening.number)
        if not person.here:
            continue
        refused = person.plot.has("exception_refused")
        answer = outcomes.ExceptionAnswer(happening.details["exception"], not refused, day)
        outcomes.answer_exceptions(by=person.worker, at=moment(day, 15), answers=[answer])
        world.saw("exception_not_accepted" if refused else "exception_accepted")
        if not refused and _worth_writing_again(person, happening.details["version"], day):
            _replan(world, day, person)


def _worth_writing_again(person: Somebody, version: int, day: date) -> bool:
    """Not where the next plan is being made already."""
    soon = day + timedelta(days=14)
    return person.version_id == version and person.plan_ends is not None and soon < person.plan_ends


def _replan(world: World, day: date, person: Somebody) -> None:
    written = content(person, day, families_shown=True, again=True)
    draft = outcomes.redraft(
        by=provider_of(person).manager,
        at=moment(day, 16),
        on=day,
        version_id=person.version_id,
        content=written,
    )
    person.version_id = draft.version_id
    person.rounds, person.replanning = 1, True
    propose(world, day, person)
    world.saw("replan")


def unmatched(world: World, day: date, batch: Sequence[Happening]) -> None:
    """A need that nothing matches is recorded as it was said."""
    for person in running(world, batch, day):
        told = said(one(person.rng, "events", "unmatched"), person.language)
        need = outcomes.UnmatchedGiven(person.person_id, day, told)
        outcomes.record_unmatched(by=person.worker, at=moment(day, 12), needs=[need])
        world.saw("unmatched_need")


def retire(world: World, day: date, batch: Sequence[Happening]) -> None:
    """The person lets an outcome go. No penalty can come of it."""
    for person in running(world, batch, day):
        wishes = person.open_wishes()
        if len(wishes) < 2:
            continue
        wish = wishes[-1]
        outcomes.retire_outcome(
            by=person.voice, at=moment(day, 12), on=day, outcome_id=wish.outcome_id
        )
        wish.retired = True
        world.saw("outcome_retired")


def replace(world: World, day: date, batch: Sequence[Happening]) -> None:
    """The person puts another outcome in the place of one."""
    for person in running(world, batch, day):
        wishes = person.open_wishes()
        if len(wishes) < 2:
            continue
        old = wishes[-1]
        mine = {w.template["en"] for w in person.wishes}
        template = next(t for t in words("outcomes")["outcome"] if t["en"] not in mine)
        new = new_outcome(person, template, day)
        found = outcomes.replace_outcome(
            by=person.voice, at=moment(day, 12), on=day, outcome_id=old.outcome_id, new=new
        )
        old.retired = True
        person.wish([Wish(found, template)])
        world.saw("outcome_replaced")


def talk_again(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Another conversation before the plan ends, new outcomes, and the plan that follows."""
    for person in running(world, batch, day):
        hold(world, day, [person])
        person.wishes = []
        set_wishes(world, day, [person])
        assert person.plan_ends is not None
        starts = person.plan_ends + timedelta(days=1)
        world.agenda.later(day, 2, "write_plan", person.plot.number, starts=starts)
