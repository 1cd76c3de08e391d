"""On a terminal: what a day that was planned anew changes, whom to ring and whom to call on."""

from rich.console import Console
from rich.text import Text

from whatmatters.frontend import rota_live_words as words
from whatmatters.policy.rota import rota_allowed
from whatmatters.rota.management import verdicts
from whatmatters.rules.rota.check import judge
from whatmatters.rules.rota.clock import clock_text
from whatmatters.rules.rota.days_work import starts_of
from whatmatters.rules.rota.live import Left
from whatmatters.rules.rota.live_callers import whom_to_call
from whatmatters.rules.rota.live_difference import changes, to_ring, who_comes
from whatmatters.rules.rota.live_events import Event
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Harm, Problem
from whatmatters.rules.rota.tiers import lateness


def show(
    problem: Problem, plan: Plan, left: Left, rest: Plan, event: Event, console: Console
) -> None:
    """Print the difference, then the verdict on what is left."""
    whole, day = left.whole, problem.day
    found = changes(who_comes(problem, plan), who_comes(whole, left.joined(rest)))
    lines = [words.change_text(day, change) for change in found]
    lines += [
        words.ring_text(whole.visits[change.visit].person, change)
        for change in to_ring(found, rota_allowed().promise)
    ]
    lines += [*_late(whole, rest), *_not_made(left, rest, event)]
    for line in lines or [words.nothing_text()]:
        console.print(Text(line))
    verdicts.show(day, judge(left.problem, rest), console)


def _late(whole: Problem, rest: Plan) -> list[str]:
    found = []
    for pk, start in starts_of(rest).items():
        late = lateness(whole.visits[pk], start)
        if late and whole.visits[pk].harm is Harm.CRITICAL:
            found.append(words.late_text(pk, late))
    return found


def _not_made(left: Left, rest: Plan, event: Event) -> list[str]:
    whole = left.whole
    made = starts_of(left.joined(rest))
    found = []
    for pk, visit in whole.visits.items():
        if pk in made or visit.optional:
            continue
        if pk in left.unmet:
            until = clock_text(whole.day, visit.limit)
            found.append(words.unmet_text(pk, visit.person, until))
            continue
        skills = ", ".join(sorted({skill for needed in visit.needs for skill in needed}))
        callers = whom_to_call(whole, pk, {}, (event,))
        found.append(words.call_text(pk, callers, skills))
    return found
