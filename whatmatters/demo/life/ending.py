"""The end of a plan: three sealed answers, the council's finding, and what follows."""

from collections.abc import Sequence
from datetime import date

from whatmatters.demo.agenda import Happening
from whatmatters.demo.calendar import moment
from whatmatters.demo.life.conversing import hold, set_wishes
from whatmatters.demo.life.planning import voice
from whatmatters.demo.phrases import one, payable, said, words
from whatmatters.demo.world import Somebody, Wish, World
from whatmatters.outcomes import services as outcomes
from whatmatters.outcomes.queries import judgements_open
from whatmatters.rules.outcomes import Achievement, Cause, Party, Satisfaction


def open_judgements(world: World, day: date) -> None:
    """Each plan that ends today is opened for its three answers."""
    opened = outcomes.open_due_judgements(by=world.system, at=moment(day, 7), on=day)
    if not opened:
        return
    waiting = {o.judgement_id: o for o in judgements_open(world.council_id, on=day)}
    holders = {v: p for p in world.people.values() for v in p.judged_wishes}
    for version, judgement in sorted(opened.items()):
        person, asked = holders[version], waiting[judgement]
        mine = set(asked.outcome_ids)
        known = {w.outcome_id: w for w in person.ever_wished if w.outcome_id in mine}
        person.judged_wishes[version] = list(known.values())
        _ask_three(world, day, person, version, judgement, asked.until)
        world.saw("judgement_opened")


def _ask_three(
    world: World, day: date, person: Somebody, version: int, judgement: int, until: date
) -> None:
    agenda, number, rng = world.agenda, person.plot.number, person.rng
    told = {"version": version, "judgement": judgement}
    silent = person.plot.has("no_answer") and person.plans == 1
    late = person.plot.has("review_late")
    if not silent:
        agenda.later(day, rng.randint(1, 4), "judge", number, party=Party.PERSON, **told)
    agenda.later(day, rng.randint(1, 5), "judge", number, party=Party.PROVIDER, **told)
    council = rng.randint(4, 7)
    agenda.later(day, council, "judge", number, party=Party.COUNCIL, **told)
    find = max(council + 1, (until - day).days + 1 if silent or late else 0)
    agenda.later(day, find + (10 if late else 0), "find", number, **told)


def judge(world: World, day: date, batch: Sequence[Happening]) -> None:
    """One party's answers, in its own voice; the family's view and satisfaction apart."""
    for happening in batch:
        person = world.somebody(happening.number)
        if person.gone:
            continue
        party, judgement = happening.details["party"], happening.details["judgement"]
        wishes = judged(person, happening.details["version"])
        given = [_answer(person, w, party) for w in wishes]
        if given:
            by = voice(person, party)
            outcomes.answer_judgement(
                by=by,
                at=moment(day, 14),
                judgement_id=judgement,
                party=party,
                answers=given,
                on=day,
            )
        if party == Party.PERSON:
            _feelings(world, day, person, judgement)


def judged(person: Somebody, version: int) -> list[Wish]:
    """The outcomes of a version that she has not let go."""
    return [w for w in person.judged_wishes[version] if not w.retired]


def _answer(person: Somebody, wish: Wish, party: Party) -> outcomes.AnswerGiven:
    tenths = achieved_tenths(person, wish)
    if party == Party.PROVIDER and 0 < tenths < 10 and person.rng.random() < 0.3:
        tenths = min(10, tenths + 2)
    told = {10: 0, 0: 2}.get(tenths, 1)
    phrase = words("events")["answer_person" if party == Party.PERSON else "answer_provider"][told]
    said_words = "" if party == Party.COUNCIL else said(phrase, person.language)
    if tenths == 10:
        return outcomes.AnswerGiven(wish.outcome_id, Achievement.ACHIEVED, words=said_words)
    if tenths == 0:
        return outcomes.AnswerGiven(wish.outcome_id, Achievement.NOT_ACHIEVED, words=said_words)
    return outcomes.AnswerGiven(wish.outcome_id, Achievement.PARTLY, tenths, said_words)


def achieved_tenths(person: Somebody, wish: Wish) -> int:
    """How far she got, decided once for each outcome from its id, so that all three start there."""
    number = (wish.outcome_id * 7 + person.plot.number) % 10
    if _missed(person, wish):
        return number % 6
    if person.plot.has("circumstances") and number < 4:
        return number
    return 10 if number < 7 else number


def _missed(person: Somebody, wish: Wish) -> bool:
    """The first payable outcome that she kept, where the provider let her down."""
    kept = (w for w in person.ever_wished if payable(w.template) and not w.retired)
    return person.plot.has("provider_misses") and wish is next(kept, None)


def _feelings(world: World, day: date, person: Somebody, judgement: int) -> None:
    told = one(person.rng, "events", "satisfaction")
    outcomes.record_satisfaction(
        by=person.voice,
        at=moment(day, 15),
        judgement_id=judgement,
        answer=Satisfaction(told["answer"]),
        words=said(told, person.language),
        on=day,
    )
    world.saw("satisfaction")
    if person.plot.has("family_view") and person.family:
        name, relationship = person.family[0]
        outcomes.record_family_view(
            by=person.worker,
            at=moment(day, 16),
            judgement_id=judgement,
            name=name,
            relationship=relationship,
            words=said(one(person.rng, "events", "family_view"), person.language),
            on=day,
        )
        world.saw("family_view")


def find(world: World, day: date, batch: Sequence[Happening]) -> None:
    """The council's finding from the person's answer, then the review is concluded."""
    for happening in batch:
        person = world.somebody(happening.number)
        if person.gone:
            continue
        judgement, version = happening.details["judgement"], happening.details["version"]
        wishes = judged(person, version)
        given = [_finding(world, person, w) for w in wishes]
        ids: Sequence[int] = ()
        if given:
            ids = outcomes.record_findings(
                by=person.worker, at=moment(day, 10), judgement_id=judgement, findings=given, on=day
            )
        outcomes.conclude_reviews(
            by=person.worker,
            at=moment(day, 11),
            reviews=[outcomes.ReviewConcluded(judgement, day if _still(person, version) else None)],
            on=day,
        )
        world.saw("judgement_concluded")
        if person.plot.has("review_late"):
            world.saw("review_late")
        _after(world, day, person, version, dict(zip(ids, given, strict=True)))


def _still(person: Somebody, version: int) -> bool:
    """Whether this is the plan that still runs past its end."""
    return person.version_id == version and person.here


def _finding(world: World, person: Somebody, wish: Wish) -> outcomes.FindingGiven:
    tenths = achieved_tenths(person, wish)
    silent = person.plot.has("no_answer") and person.plans == 1
    differs = person.plot.has("council_differs") and tenths == 10
    if differs:
        world.saw("finding_differs")
        return outcomes.FindingGiven(
            wish.outcome_id,
            8,
            Cause.CIRCUMSTANCES,
            said(words("events")["finding"][0], person.language),
        )
    if _missed(person, wish):
        cause, reason = Cause.PROVIDER, said(words("events")["finding"][1], person.language)
        return outcomes.FindingGiven(wish.outcome_id, tenths if silent else None, cause, reason)
    cause_or_none = None if tenths == 10 else Cause.CIRCUMSTANCES
    reason = said(words("events")["finding"][0], person.language) if silent else ""
    return outcomes.FindingGiven(wish.outcome_id, tenths if silent else None, cause_or_none, reason)


def _after(
    world: World,
    day: date,
    person: Somebody,
    version: int,
    found: dict[int, outcomes.FindingGiven],
) -> None:
    number = person.plot.number
    for finding_id, finding in found.items():
        counts = any(
            w.outcome_id == finding.outcome_id and payable(w.template)
            for w in person.judged_wishes[version]
        )
        if finding.cause == Cause.PROVIDER and counts and not person.in_block:
            world.saw("penalty")
            if person.plot.has("contests"):
                world.agenda.later(day, 3, "contest", number, finding=finding_id)
    if _still(person, version) and not person.plot.has("direct_payment"):
        world.agenda.later(day, 1, "begin_again", number)


def begin_again(world: World, day: date, batch: Sequence[Happening]) -> None:
    """After a late review support goes on under a new plan, from a new conversation."""
    people = [p for p in (world.somebody(h.number) for h in batch) if p.here]
    hold(world, day, people)
    for person in people:
        person.wishes = []
        set_wishes(world, day, [person])
        world.agenda.later(day, 2, "write_plan", person.plot.number)
